package org.finplan.benchmarks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.finplan.benchmarks.facts.Verdicts;

/** A run over all institutions by the packaged service, from the rows of PostgreSQL until its alerts are written. */
final class RunBenchmark {

    private static final double GOAL_SECONDS = 2;
    private static final int CONNECTIONS = 2;

    private static final String FORGET = """
            TRUNCATE rule_assessment, alert, alert_timeline, institution_judgement, report_request, rule_run_part, rule_run""";

    private static final String ROWS = """
            SELECT institution, period, metric, value, version FROM report_metric
            WHERE replaced_at IS NULL AND hashtext(institution) %% %d = ANY (ARRAY[%d, %d]) ORDER BY institution, period_end""";

    private final Options options;
    private final RiskSite site;
    private final Verdicts verdicts;

    RunBenchmark(Options options, RiskSite site, Verdicts verdicts) {
        this.options = options;
        this.site = site;
        this.verdicts = verdicts;
    }

    /** What a run took and found. */
    private record Run(double seconds, long results, int warned, int changed) {}

    void run() throws Exception {
        site.startService();
        site.get("/api/v1/rules");
        try (Connection superuser = site.superuser()) {
            new SampleLoad(superuser).run(options.institutions());
            double[] first = new double[options.rounds()];
            double[] again = new double[options.rounds()];
            double[] floor = new double[options.rounds()];
            Run found = null;
            for (int round = -2; round < options.rounds(); round++) {
                execute(superuser, FORGET);
                found = judge();
                Run same = judge();
                double bare = bareClient();
                if (same.changed() != 0) {
                    throw new IllegalStateException("a second run changed " + same.changed());
                }
                if (round == -2) {
                    Verdicts.print("  the first run of a program that has just started: %.2f s", found.seconds());
                }
                if (round >= 0) {
                    first[round] = found.seconds();
                    again[round] = same.seconds();
                    floor[round] = bare;
                }
            }
            print(superuser, found, first, again, floor);
        }
    }

    private void print(Connection superuser, Run found, double[] first, double[] again, double[] floor)
            throws SQLException {
        double seconds = EvaluationBenchmark.median(first);
        double least = EvaluationBenchmark.median(floor);
        Verdicts.print(
                "a run of %,d institutions x %d rules x %d periods: %,d rows read, %,d results, %,d findings and %,d"
                        + " alerts written; medians of %d rounds",
                options.institutions(),
                SampleRules.all().size(),
                SampleReports.PERIODS,
                count(superuser, "report_metric"),
                found.results(),
                count(superuser, "rule_assessment"),
                count(superuser, "alert"),
                options.rounds());
        Verdicts.print("  again, with nothing changed: %.2f s", EvaluationBenchmark.median(again));
        Verdicts.print(
                "  a bare client that reads the same rows over %d connections: %.2f s; the run takes %.1f times that",
                CONNECTIONS, least, seconds / least);
        verdicts.verdict(seconds <= GOAL_SECONDS, "%.2f s from rows to alerts (goal %.0f)", seconds, GOAL_SECONDS);
    }

    /** The time is the service's own: from when it was asked until all is written. */
    private Run judge() throws IOException, InterruptedException {
        JsonMapper mapper = JsonMapper.builder().build();
        JsonNode run = mapper.readTree(site.post("/api/v1/rule-runs").body());
        String path = "/api/v1/rule-runs/" + run.path("id").asText();
        while (run.path("finishedAt").isMissingNode()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            run = mapper.readTree(site.get(path).body());
        }
        if (!run.path("state").asText().equals("done")) {
            throw new IllegalStateException(run.toString());
        }
        Duration took = Duration.between(
                Instant.parse(run.path("startedAt").asText()),
                Instant.parse(run.path("finishedAt").asText()));
        JsonNode result = run.path("result");
        return new Run(
                took.toNanos() / 1e9,
                result.path("results").asLong(),
                result.path("warned").asInt(),
                result.path("changed").asInt());
    }

    private double bareClient() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                String sql = ROWS.formatted(CONNECTIONS, i, -i);
                all.add(threads.submit(() -> read(sql)));
            }
            for (Future<Long> one : all) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    private long read(String sql) throws SQLException {
        try (Connection connection = site.superuser()) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(5_000);
                long read = 0;
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        read += rows.getString(1).length()
                                + rows.getString(2).length()
                                + rows.getString(3).length()
                                + rows.getBigDecimal(4).scale()
                                + rows.getInt(5);
                    }
                }
                return read;
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
