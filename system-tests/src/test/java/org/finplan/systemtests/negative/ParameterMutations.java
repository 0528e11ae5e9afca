package org.finplan.systemtests.negative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.finplan.systemtests.api.Operation;
import org.finplan.systemtests.api.Parameter;

/** What can be wrong in path, query and headers. */
final class ParameterMutations {

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept", List.of("image/png", "a/b/c;;", "*", ";q=2", "application/json;q=0"),
            "Accept-Language", List.of("x".repeat(500), ";;;,,,", "en;q=nan", "*", "zz-ZZ;q=9"),
            "Content-Type", List.of("text/plain", "application/xml", "application", "a/b/c", "multipart/form-data", ""),
            "Content-Encoding", List.of("gzip", "br", "deflate, gzip", "zstd", "none"),
            "Idempotency-Key", List.of("", " ", "k".repeat(300), "a\tb", "\"'--", "{}"),
            "If-Match", List.of("", "1", "W/\"1\"", "*", "\"", "\"a\",\"b\"", "\"" + "9".repeat(300) + "\"", "\"-1\""),
            "If-None-Match", List.of("", "1", "W/\"1\"", "*", "\"", "\"a\", *, \"b\"", "\"" + "9".repeat(300) + "\""),
            "Prefer", List.of("", "count=none", "count=exact;x", "=,=;", "count=\"exact\""),
            "traceparent", List.of("00-0-0-0", "ff-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00", "x"),
            "X-Request-Id", List.of("a b", "x".repeat(200), "<script>", "../.."));

    private static final List<String> QUERY_TAILS =
            List.of("no-such-parameter=1", "=1", "limit", "__proto__=1", "LIMIT=1", "&&", "a[]=1");

    private ParameterMutations() {}

    static List<Mutation> of(Operation operation) {
        List<Mutation> mutations = new ArrayList<>();
        operation.parametersIn("path").forEach(parameter -> path(parameter, mutations));
        operation.parametersIn("query").forEach(parameter -> query(parameter, mutations));
        headers(operation, mutations);
        for (String tail : QUERY_TAILS) {
            Mutation mutation = new Mutation(
                    "query has " + tail,
                    tail.startsWith("no-such") && !operation.open(),
                    draft -> draft.withMoreQuery(tail));
            mutations.add(mutation);
        }
        mutations.add(Mutation.possible("query is no UTF-8", draft -> draft.withMoreQuery("q=%C0%AF%FF")));
        return mutations;
    }

    private static void path(Parameter parameter, List<Mutation> mutations) {
        Nasty.texts()
                .forEach((name, text) -> mutations.add(new Mutation(
                        "path:" + parameter.name() + " is " + name,
                        parameter.isUuid() && !text.isEmpty() && !name.contains("uuid"),
                        draft -> draft.withPath(parameter.name(), Encoding.all(text)))));
    }

    private static void query(Parameter parameter, List<Mutation> mutations) {
        String name = parameter.name();
        Nasty.texts().forEach((kind, text) -> {
            boolean number = text.strip().matches("[+-]?\\d*");
            mutations.add(new Mutation(
                    "?" + name + " is " + kind,
                    parameter.isInteger() && !number,
                    draft -> draft.withQuery(name, Encoding.all(text))));
        });
        mutations.add(
                Mutation.possible("?" + name + " is no UTF-8", draft -> draft.withQuery(name, "%C0%AF%ED%A0%80")));
        mutations.add(Mutation.certain(
                "?" + name + " comes twice", draft -> draft.withQuery(name, Encoding.all(parameter.sample()))
                        .withMoreQuery(name + "=" + Encoding.all(parameter.sample()))));
        mutations.add(Mutation.possible(
                "?" + name + " in capitals",
                draft -> draft.withMoreQuery(name.toUpperCase(Locale.ROOT) + "=" + Encoding.all(parameter.sample()))));
        mutations.add(Mutation.possible(
                "?" + name + " as a list",
                draft -> draft.withMoreQuery(name + "[]=" + Encoding.all(parameter.sample()))));
        if (parameter.required()) {
            mutations.add(Mutation.certain("no ?" + name, draft -> draft.withoutQuery(name)));
        }
    }

    private static void headers(Operation operation, List<Mutation> mutations) {
        HEADERS.forEach((name, values) -> {
            if (name.startsWith("Content-") && operation.bodies().isEmpty()) {
                return;
            }
            for (String value : values) {
                String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
                boolean certain = name.equals("Content-Type")
                        && List.of("text/plain", "application/xml").contains(value);
                mutations.add(new Mutation(name + ": " + shown, certain, draft -> draft.withHeader(name, value)));
            }
            mutations.add(Mutation.possible("no " + name, draft -> draft.withoutHeader(name)));
        });
    }
}
