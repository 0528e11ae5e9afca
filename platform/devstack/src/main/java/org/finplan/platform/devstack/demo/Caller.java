package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** Sends what a step needs, prints request and answer, and checks that the gateway took it. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final GatewayClient gateway;
    private final Narration narration;

    Caller(GatewayClient gateway, Narration narration) {
        this.gateway = gateway;
        this.narration = narration;
    }

    /** {@return the JSON of a resource, without a word printed} */
    JsonNode quietly(String user, String path) {
        return accepted("GET " + path, gateway.get(user, path)).body();
    }

    /**
     * Reads a resource and prints how.
     *
     * @param user who reads
     * @param path path and query
     * @param show what of the answer is printed
     * @return the JSON
     */
    JsonNode get(String user, String path, Show show) {
        narration.request(user, "GET " + path, null);
        Answer answer = gateway.get(user, path);
        narration.answer(answer, show);
        return accepted("GET " + path, answer).body();
    }

    /** Posts, prints how, and expects success. */
    JsonNode post(String user, String path, JsonNode body, Show show) {
        return accepted("POST " + path, posted(user, path, body, show)).body();
    }

    /** Posts, prints how, and leaves the judgement of the answer to the step. */
    Answer posted(String user, String path, JsonNode body, Show show) {
        narration.request(user, "POST " + path, body);
        Answer answer = gateway.post(user, path, body);
        narration.answer(answer, show);
        return answer;
    }

    /**
     * Moves something as it stands now, prints how, and expects success.
     *
     * @param user who moves it
     * @param path path of what is moved
     * @param action name of the move, such as {@code assign}
     * @param body the body
     * @param show what of the answer is printed
     * @return the JSON of the answer
     */
    JsonNode move(String user, String path, String action, JsonNode body, Show show) {
        Answer before = gateway.get(user, path);
        accepted("GET " + path, before);
        String call = "POST " + path + ":" + action;
        narration.request(user, call, body);
        Answer answer =
                gateway.move(user, path + ":" + action, body, before.headers().get("etag"));
        narration.answer(answer, show);
        return accepted(call, answer).body();
    }

    /** Posts the archive of a plan package, prints how, and leaves the judgement of the answer to the step. */
    Answer postedPackage(String user, String path, byte[] zip, Show show) {
        narration.request(user, "POST " + path + " (ZIP, " + zip.length + " B)", null);
        Answer answer = gateway.post(user, path, "application/zip", zip);
        narration.answer(answer, show);
        return answer;
    }

    /**
     * Posts a table, prints how, and expects success.
     *
     * @param user who sends it
     * @param path path and query
     * @param lines its lines, the first with the names of the columns
     * @param show what of the answer is printed
     * @return the JSON of the answer
     */
    JsonNode postTable(String user, String path, List<String> lines, Show show) {
        narration.request(user, "POST " + path + " (CSV)", null);
        lines.forEach(line -> narration.line("  " + line));
        byte[] table = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Answer answer = gateway.post(user, path, "text/csv; charset=utf-8", table);
        narration.answer(answer, show);
        return accepted("POST " + path, answer).body();
    }

    /**
     * Reads a resource again and again until it shows what is expected, then prints the last request and answer.
     *
     * @param user who reads
     * @param path path and query
     * @param expected what it must show
     * @param show what of the answer is printed
     * @return the JSON that shows it
     */
    JsonNode await(String user, String path, Predicate<JsonNode> expected, Show show) {
        long start = System.nanoTime();
        Answer answer = gateway.get(user, path);
        while (!(answer.successful() && expected.test(answer.body()))) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                narration.request(user, "GET " + path, null);
                narration.answer(answer, show);
                throw new StepFailedException("%d 秒内没有出现预期的结果 / the expected answer did not come within %d s: GET %s"
                        .formatted(PATIENCE.toSeconds(), PATIENCE.toSeconds(), path));
            }
            pause();
            answer = gateway.get(user, path);
        }
        narration.request(user, "GET " + path, null);
        narration.answer(answer, show);
        long waited = Duration.ofNanos(System.nanoTime() - start).toMillis();
        narration.say("等待 " + waited + " 毫秒后可读", "readable after " + waited + " ms");
        return answer.body();
    }

    private static Answer accepted(String call, Answer answer) {
        if (!answer.successful()) {
            throw new StepFailedException("网关没有接受请求 / the gateway refused the request: %s: %d %s"
                    .formatted(call, answer.status(), answer.body()));
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException("已中断 / interrupted");
        }
    }
}
