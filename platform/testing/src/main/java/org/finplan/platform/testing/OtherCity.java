package org.finplan.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a service for what belongs to the city of the bundled plan, as everybody of another city and as those who are bound to
 * none: each operation is refused or not found, and no list has anything of it. An operation that is added to the service needs
 * a question here.
 */
public final class OtherCity {

    private static final Set<Integer> REFUSED = Set.of(403, 404, 422);
    private static final List<String> OF_A_CITY =
            List.of("city-admin", "city-officer", "risk-officer", "auditor", "integrator");

    private final String city;
    private final String district;
    private final Pattern foreign;

    /**
     * @param city the other city
     * @param district a district of it
     * @param foreign what an answer holds that tells something of the first city
     */
    public OtherCity(String city, String district, Pattern foreign) {
        this.city = city;
        this.district = district;
        this.foreign = foreign;
    }

    /**
     * What is asked.
     *
     * @param operation operation id
     * @param method HTTP method
     * @param path path with its query
     * @param body JSON, or null
     */
    public record Question(String operation, String method, String path, String body) {

        /** A read, to which an admin of the first city gets an answer. */
        public static Question get(String operation, String path) {
            return new Question(operation, "GET", path, null);
        }

        /** A write, refused before anything of its body is looked at, or because of what it names. */
        public static Question post(String operation, String path, String body) {
            return new Question(operation, "POST", path, body);
        }
    }

    /**
     * Asks everything.
     *
     * @param questions about objects of the first city
     * @param shared operation ids of what belongs to no city
     */
    public void seesNothing(List<Question> questions, Set<String> shared) {
        Set<String> asked = questions.stream().map(Question::operation).collect(Collectors.toCollection(TreeSet::new));
        asked.addAll(shared);
        assertThat(asked).containsExactlyElementsOf(operations());
        String admin = Tokens.of("city-admin");
        for (Question question : questions) {
            if (question.method().equals("GET")) {
                assertThat(ask(question, admin).statusCode())
                        .as("own " + question)
                        .isEqualTo(200);
            }
            callers().forEach((caller, token) -> ask(question, caller, token));
        }
    }

    private void ask(Question question, String caller, String token) {
        Response answer = ask(question, token);
        String what = caller + " " + question + " " + answer.statusCode() + " " + answer.asString();
        if (question.method().equals("GET") && answer.statusCode() == 200) {
            assertThat(foreign.matcher(answer.asString()).find()).as(what).isFalse();
        } else {
            assertThat(answer.statusCode()).as(what).isIn(REFUSED);
        }
    }

    private static Response ask(Question question, String token) {
        var request = Requests.withToken(token).urlEncodingEnabled(false).header("If-Match", "\"1\"");
        return (question.body() == null ? request : request.body(question.body()))
                .request(question.method(), question.path());
    }

    private Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        for (String role : OF_A_CITY) {
            callers.put(role, token(role, List.of(city)));
            callers.put(role + " of no city", token(role, List.of()));
        }
        callers.put("district-officer", token("district-officer", List.of(district)));
        callers.put("unit-officer", token("unit-officer", List.of(city)));
        callers.put("unit-officer of no city", token("unit-officer", List.of()));
        return callers;
    }

    private static String token(String role, List<String> regions) {
        return Tokens.of("sample-of-another-city", Set.of(role), regions, List.of("sample-gov"));
    }

    private static Set<String> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = Requests.as("city-admin")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        return paths.values().stream()
                .flatMap(methods ->
                        Stream.of("get", "post", "put", "delete", "patch").map(methods::get))
                .filter(operation -> operation != null)
                .map(operation -> (String) operation.get("operationId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
