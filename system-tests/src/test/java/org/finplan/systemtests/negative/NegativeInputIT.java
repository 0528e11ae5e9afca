package org.finplan.systemtests.negative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.finplan.systemtests.api.ApiDocument;
import org.finplan.systemtests.api.Operation;
import org.finplan.systemtests.repository.Repository;
import org.finplan.systemtests.suite.SharedSuite;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of requests that are wrong, for every operation that the gateway documents. {@code -Dnegative.seed=…} makes
 * others.
 */
@Order(4)
@ExtendWith(SharedSuite.class)
class NegativeInputIT {

    private static final long SEED = Long.getLong("negative.seed", 20_261_122L);
    private static final String PRIVILEGED = "city-admin";
    private static final String LOW = "institution-914412000000000000";
    private static final int OF_PRIVILEGED = Integer.getInteger("negative.requests", 5_000);
    private static final int SENDERS = 8;
    private static final int SHOWN = 20;
    private static final Path BODIES = Repository.ROOT.resolve("system-tests/target/negative");

    @Test
    void noWrongRequestBreaksAnythingOrTellsOfTheInside(Suite suite) throws Exception {
        List<Operation> operations =
                new ApiDocument(suite.client().get(PRIVILEGED, "/openapi.json").body()).operations();
        Cases cases = new Cases(SEED, operation -> paths(operation), NegativeInputIT::body);
        List<Case> all = new ArrayList<>(cases.make(operations, PRIVILEGED, OF_PRIVILEGED));
        all.addAll(cases.make(operations, LOW, OF_PRIVILEGED / 3));
        Sender sender = new Sender(suite.gateway());
        Map<String, String> tokens = Map.of(PRIVILEGED, suite.token(PRIVILEGED), LOW, suite.token(LOW));
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        Map<String, List<String>> faults = new TreeMap<>();
        for (Outcome outcome : sendAll(all, sender, tokens)) {
            statuses.merge(outcome.answer().statusCode(), 1, Integer::sum);
            for (String fault : Verdict.faults(outcome.one(), outcome.answer())) {
                faults.computeIfAbsent(fault, key -> new ArrayList<>()).add(report(outcome, sender));
            }
        }
        System.out.println(all.size() + " wrong requests to " + operations.size() + " operations: " + statuses);
        assertThat(shown(faults)).as("seed %d", SEED).isEmpty();
        assertThat(all).hasSizeGreaterThanOrEqualTo(5_000);
    }

    private record Outcome(Case one, HttpResponse<String> answer) {}

    private static Collection<Outcome> sendAll(List<Case> all, Sender sender, Map<String, String> tokens)
            throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<Outcome>> sent = new ArrayList<>();
            for (Case one : all) {
                sent.add(senders.submit(() -> new Outcome(one, sender.send(one, tokens.get(one.caller())))));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : sent) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            senders.shutdownNow();
        }
    }

    private static Map<String, String> paths(Operation operation) {
        return operation.parametersIn("path").stream()
                .collect(Collectors.toMap(each -> each.name(), each -> Encoding.all(each.sample())));
    }

    private static JsonNode body(Operation operation) {
        return operation.bodies().get(Operation.JSON);
    }

    private static String report(Outcome outcome, Sender sender) {
        return outcome.one() + "\n    " + Sender.shortened(outcome.answer()) + "\n    "
                + sender.curl(outcome.one(), BODIES);
    }

    private static List<String> shown(Map<String, List<String>> faults) {
        List<String> lines = new ArrayList<>();
        faults.forEach((fault, reports) -> {
            lines.add("\n== " + reports.size() + " × " + fault);
            reports.stream().limit(SHOWN).map(report -> "\n  " + report).forEach(lines::add);
        });
        return lines;
    }
}
