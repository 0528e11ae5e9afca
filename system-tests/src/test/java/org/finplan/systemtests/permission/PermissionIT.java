package org.finplan.systemtests.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.systemtests.api.ApiDocument;
import org.finplan.systemtests.api.Operation;
import org.finplan.systemtests.suite.SharedSuite;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation, asked by everybody: the suite answers as the table says, row by row. */
@Order(3)
@ExtendWith(SharedSuite.class)
class PermissionIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyOperationHasARow(Suite suite) {
        Map<String, Operation> operations = operations(suite);
        Set<String> known = PermissionTable.rows().stream().map(Row::operation).collect(Collectors.toSet());
        List<String> missing = operations.values().stream()
                .filter(operation -> !known.contains(operation.id()))
                .map(operation -> "\n" + PermissionTable.blank(operation.id(), operation.path()))
                .toList();
        assertThat(missing).as("""
            operations without a row in system-tests/src/test/resources/…/permission/permissions.md.
            Think who may do it (architecture, Identity), then add these rows: statuses in place of the
            questions, {…} filled by SampleFacts, a body in permission-bodies.json if the document's own
            sample does not do\
            """).isEmpty();
        assertThat(known).as("rows of operations that are no more").isSubsetOf(operations.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleGetsWhatTheTableSays(Suite suite) {
        Map<String, Operation> operations = operations(suite);
        Map<String, String> samples = SampleFacts.make(suite);
        JsonNode bodies = bodies();
        Map<Caller, String> tokens = new EnumMap<>(Caller.class);
        Arrays.stream(Caller.values()).forEach(caller -> tokens.put(caller, caller.token(suite)));
        return PermissionTable.rows().stream()
                .filter(row -> operations.containsKey(row.operation()))
                .flatMap(row -> row.expected().entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                row.operation() + " " + row.request() + " by "
                                        + cell.getKey().column() + ": " + cell.getValue(),
                                () -> {
                                    Operation operation = operations.get(row.operation());
                                    HttpRequest request = request(
                                            suite,
                                            operation,
                                            fill(row.request(), samples),
                                            bodies,
                                            tokens.get(cell.getKey()));
                                    HttpResponse<String> answer =
                                            HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                                    assertThat(answer.statusCode())
                                            .as("%s (%s): %s", request, row.reason(), answer.body())
                                            .isEqualTo(cell.getValue());
                                })));
    }

    private static HttpRequest request(Suite suite, Operation operation, String uri, JsonNode bodies, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(suite.gateway() + uri));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean conditional = operation.parametersIn("header").stream()
                .anyMatch(header -> header.name().equals("If-Match"));
        if (conditional) {
            // A stale tag: whoever may do it is told so, and nothing is done.
            request.header("If-Match", "\"999999\"");
        }
        JsonNode body = bodies.has(operation.id())
                ? bodies.path(operation.id())
                : operation.bodies().get(Operation.JSON);
        if (body == null) {
            return request.method(operation.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        return request.header("Content-Type", Operation.JSON)
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static String fill(String request, Map<String, String> samples) {
        String filled = request;
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
        }
        return filled;
    }

    private static Map<String, Operation> operations(Suite suite) {
        JsonNode document = suite.client().get("auditor", "/openapi.json").body();
        return new TreeMap<>(new ApiDocument(document)
                .operations().stream().collect(Collectors.toMap(Operation::id, Function.identity())));
    }

    private static JsonNode bodies() {
        try (InputStream in = PermissionIT.class.getResourceAsStream("permission-bodies.json")) {
            return Suite.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
