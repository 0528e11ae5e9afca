package org.finplan.benchmarks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.benchmarks.facts.Verdicts;
import org.finplan.benchmarks.gateway.Numbers;

/**
 * Measures reads of tasks-service through the gateway at 1,000 and at 100,000 tasks with ten times as many reports and half as many
 * supervised matters, beside the same reads as bare SQL, in turns; and the daily run over 50,000 deadlines.
 */
public final class TaskBenchmark {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final double GOAL_MILLIS = 50;
    private static final double GOAL_COST = 2;
    private static final double GOAL_RATE = 0.5;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 1_000_000_000L;
    /** Rounds until the compilers have little left to do. */
    private static final int WARM_UP = 6;

    private static final int PAGE = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnStack stack;
    private final Verdicts verdicts = new Verdicts();

    private TaskBenchmark(OwnStack stack) {
        this.stack = stack;
    }

    /** What one side did with one read. */
    private record Speed(List<Double> rates, List<Double> millis) {

        static Speed none() {
            return new Speed(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Asks once. */
    @FunctionalInterface
    private interface Asking {
        byte[] ask() throws IOException, SQLException;
    }

    /**
     * Runs it and ends the process: 0 when the goals are reached, 1 when one is missed.
     *
     * @param words {@code --root DIR [--short]}; short is a tenth of the tasks
     * @throws Exception when the stack cannot be used
     */
    public static void main(String... words) throws Exception {
        List<String> options = List.of(words);
        Path root = Path.of(options.get(options.indexOf("--root") + 1)).toAbsolutePath();
        int many = options.contains("--short") ? MANY / 10 : MANY;
        boolean reached;
        try (OwnStack stack = new OwnStack(root)) {
            TaskBenchmark benchmark = new TaskBenchmark(stack);
            benchmark.run(many);
            reached = benchmark.verdicts.reached();
        }
        System.exit(reached ? 0 : 1);
    }

    private void run(int many) throws Exception {
        SampleTasks sample = new SampleTasks(stack);
        sample.begin();
        sample.grow(FEW);
        Map<Read, Speed> few = new HashMap<>();
        Map<Read, Speed> ours = new HashMap<>();
        Map<Read, Speed> bare = new HashMap<>();
        measure(few, new HashMap<>());
        sample.grow(many);
        measure(ours, bare);
        Verdicts.print(
                "%,d tasks, %,d reports, %,d matters; Java %s, %d processors; one connection, medians of %d rounds",
                many,
                many * SampleTasks.REPORTS,
                many / 2,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS);
        Verdicts.print("%n| read | bare SQL ms | gateway ms | gateway at %,d tasks ms |%n|---|---|---|---|", FEW);
        for (Read read : Read.all()) {
            Verdicts.print(
                    "| %s | %.2f | %.2f | %.2f |",
                    read.name(),
                    Numbers.median(bare.get(read).millis()),
                    Numbers.median(ours.get(read).millis()),
                    Numbers.median(few.get(read).millis()));
        }
        Verdicts.print("");
        Read.all().forEach(read -> judge(read, few.get(read), ours.get(read), bare.get(read)));
        new DailyRun(stack, verdicts).run();
    }

    private void judge(Read read, Speed few, Speed many, Speed bare) {
        double millis = Numbers.median(many.millis());
        double cost = Numbers.median(many.millis()) / Numbers.median(few.millis());
        double rate = Numbers.ratio(many.rates(), bare.rates());
        verdicts.verdict(millis < GOAL_MILLIS, "%s: %.1f ms, goal below %.0f", read.name(), millis, GOAL_MILLIS);
        verdicts.verdict(cost <= GOAL_COST, "%s: %.2f times the cost at few, goal %.0f", read.name(), cost, GOAL_COST);
        verdicts.verdict(
                rate >= GOAL_RATE, "%s: %.2f of the rate of bare SQL, goal %.1f", read.name(), rate, GOAL_RATE);
    }

    private void measure(Map<Read, Speed> gateway, Map<Read, Speed> bare) throws Exception {
        String token = stack.token("city-officer");
        try (Connection database = stack.asService();
                var http = new org.finplan.benchmarks.gateway.Connection(stack.gatewayPort())) {
            for (Read read : Read.all()) {
                byte[] head = org.finplan.benchmarks.gateway.Connection.head("GET", read.path(), token, 0);
                try (PreparedStatement statement = database.prepareStatement(read.sql())) {
                    Asking ours = () -> http.read(head);
                    Asking theirs = () -> bring(statement);
                    requireSame(read, http.read(head), bring(statement));
                    for (int round = -WARM_UP; round < ROUNDS; round++) {
                        Speed of = round < 0 ? Speed.none() : gateway.computeIfAbsent(read, any -> Speed.none());
                        Speed beside = round < 0 ? Speed.none() : bare.computeIfAbsent(read, any -> Speed.none());
                        round(of, ours);
                        round(beside, theirs);
                    }
                }
            }
        }
    }

    private static byte[] bring(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** Both sides must have brought a page of the same rows. */
    private static void requireSame(Read read, byte[] answer, byte[] bare) throws IOException {
        JsonNode items = JSON.readTree(answer).path("items");
        JsonNode rows = JSON.readTree(bare);
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).path("id").equals(rows.get(i).path("id"))) {
                throw new IllegalStateException(read.name() + ": not the same row at " + i);
            }
        }
        if (items.isArray() && items.size() != Math.min(PAGE, rows.size())) {
            throw new IllegalStateException(read.name() + ": " + items.size() + " and " + rows.size() + " rows");
        }
    }

    private static void round(Speed speed, Asking asking) throws IOException, SQLException {
        List<Double> taken = new ArrayList<>();
        long start = System.nanoTime();
        long now = start;
        while (now - start < ROUND_NANOS) {
            asking.ask();
            long after = System.nanoTime();
            taken.add((after - now) / 1e6);
            now = after;
        }
        speed.rates().add(taken.size() * 1e9 / (now - start));
        speed.millis().add(Numbers.median(taken));
    }
}
