package org.finplan.systemtests.negative;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.finplan.systemtests.api.Operation;

/** What every answer to a wrong request must be: no fault of ours, a whole problem, and nothing of the inside in it. */
final class Verdict {

    /** Statuses of the edge, which may be the answer to any request whatever its operation. */
    private static final Set<Integer> OF_THE_EDGE = Set.of(400, 401, 403, 404, 405, 408, 413, 414, 415, 429, 431);

    private static final List<Pattern> LEAKS = List.of(
            Pattern.compile("\\bat [a-z][\\w.]+\\([A-Z]\\w+\\.java"),
            Pattern.compile("\\b(org|com|io|net|java|jakarta|javax|sun|jdk|scala|kotlin)(\\.[a-z]\\w*)+\\.[A-Z]\\w+"),
            // A credit code that is taken though its check digit does not fit is sent with its reason, usccException.
            Pattern.compile("\\b(?!usccException\\b)\\w+(Exception|Throwable)\\b"),
            Pattern.compile("(?i)\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|\\bdelete from\\b|\\bupdate \\w+ set\\b"),
            Pattern.compile("(?i)sqlstate|\\bpsql|jdbc:|hibernate|postgres|jackson|quarkus|netty|vert\\.x|resteasy"),
            Pattern.compile("(?i)constraint \"|relation \"|column \"|syntax error at|\\bERROR: "),
            Pattern.compile("(?<![\\w.])/(home|root|tmp|usr|var|opt|deployments)/"));

    private Verdict() {}

    /**
     * Judges an answer.
     *
     * @param one the request
     * @param answer what came back
     * @return what is wrong with it, empty when nothing
     */
    static List<String> faults(Case one, HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        int status = answer.statusCode();
        Operation operation = one.draft().operation();
        if (status == 503 && operation.open() && operation.statuses().contains(status)) {
            // The state of a suite on a busy machine is no fault of the request, and it is no problem document.
            return faults;
        }
        if (status >= 500) {
            faults.add("a server fault");
        } else if (status >= 300 && status < 400 && status != 304) {
            faults.add("a redirection");
        } else if (status < 400 && one.certain()) {
            faults.add("taken although it is wrong");
        }
        if (!OF_THE_EDGE.contains(status) && !operation.statuses().contains(status)) {
            faults.add("a status that the document does not name");
        }
        if (status >= 400) {
            problem(answer, faults);
        }
        LEAKS.stream()
                .map(leak -> leak.matcher(answer.body()))
                .filter(java.util.regex.Matcher::find)
                .forEach(leak -> faults.add("tells of the inside: " + leak.group()));
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
            faults.add("no X-Content-Type-Options: nosniff");
        }
        return faults;
    }

    private static void problem(HttpResponse<String> answer, List<String> faults) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (!type.equals("application/problem+json")) {
            faults.add("no problem but " + type);
            return;
        }
        Optional<JsonNode> read = Json.read(answer.body());
        if (read.isEmpty() || !read.get().isObject()) {
            faults.add("a problem that is no JSON object");
            return;
        }
        JsonNode problem = read.get();
        String code = problem.path("code").asText();
        expect(code.matches("[a-z0-9]+(-[a-z0-9]+)*"), "code", faults);
        expect(problem.path("type").asText().equals("urn:finplan:problem:" + code), "type", faults);
        expect(problem.path("status").asInt() == answer.statusCode(), "status", faults);
        expect(!problem.path("title").asText().isBlank(), "title", faults);
        expect(!problem.path("detail").asText().isBlank(), "detail", faults);
        expect(problem.path("instance").asText().startsWith("/"), "instance", faults);
        expect(problem.path("traceId").asText().matches("[0-9a-f]{32}"), "traceId", faults);
        expect(problem.path("errors").isArray(), "errors", faults);
        problem.path("errors").forEach(error -> {
            expect(error.path("pointer").isTextual(), "errors.pointer", faults);
            expect(error.path("code").asText().matches("[a-z0-9]+(-[a-z0-9]+)*"), "errors.code", faults);
            expect(!error.path("message").asText().isBlank(), "errors.message", faults);
            expect(error.path("accepted").isArray(), "errors.accepted", faults);
        });
        header(answer, 401, "WWW-Authenticate", faults);
        header(answer, 405, "Allow", faults);
        header(answer, 429, "Retry-After", faults);
    }

    private static void header(HttpResponse<String> answer, int status, String name, List<String> faults) {
        if (answer.statusCode() == status && answer.headers().firstValue(name).isEmpty()) {
            faults.add(status + " without " + name);
        }
    }

    private static void expect(boolean holds, String member, List<String> faults) {
        if (!holds) {
            faults.add("a problem whose " + member + " is not as it must be");
        }
    }
}
