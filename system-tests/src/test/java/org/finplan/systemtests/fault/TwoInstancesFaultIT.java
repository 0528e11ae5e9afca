package org.finplan.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.finplan.systemtests.suite.Fleet;
import org.finplan.systemtests.suite.Stored;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances of each service and two gateways under load; each fault heals by itself, and the books are right. */
@Tag("fault")
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesFaultIT {

    private static final Duration HEALED = Duration.ofSeconds(60);
    private static final int LOSSES = 50;
    private static final long STOPPED_SECONDS = 60;

    private static Suite suite;
    private static Fleet fleet;
    private static Books books;

    @BeforeAll
    static void start() {
        suite = Suite.start("faults", Map.of());
        fleet = new Fleet(suite);
        fleet.start();
        books = new Books(suite, fleet.gateways().get(0));
    }

    @AfterAll
    static void stop() {
        if (fleet != null) {
            fleet.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    /** Runs a fault under load, then checks that all healed without a restart by hand and that the books are right. */
    private static void underLoad(String name, Fault fault) throws Exception {
        Map<String, Long> programs = programs();
        Logs logs = new Logs(suite.data().resolve("logs"));
        Traffic traffic = new Traffic(suite, fleet.gateways(), name + " " + Instant.now());
        try (traffic) {
            traffic.awaitWrites(8, HEALED);
            fault.happens(traffic);
            long over = System.nanoTime();
            traffic.awaitWrites(8, HEALED);
            books.healWithin(HEALED);
            Duration took = Duration.ofNanos(System.nanoTime() - over);
            System.out.println(Books.told(name, took, traffic.statuses()));
        }
        books.areRight(traffic);
        logs.haveStayedShort();
        assertThat(programs()).as("no program was started anew").isEqualTo(programs);
    }

    @FunctionalInterface
    private interface Fault {
        void happens(Traffic traffic) throws Exception;
    }

    /** Process ids of the programs that no fault here may end. */
    private static Map<String, Long> programs() {
        Map<String, Long> programs = new java.util.TreeMap<>();
        for (String service : Fleet.SERVICES) {
            programs.put(service, suite.process(service).pid());
            programs.put(
                    service + "-second",
                    fleet.process(service).isAlive() ? fleet.process(service).pid() : -1);
        }
        programs.put("gateway", suite.process("gateway").pid());
        return programs;
    }

    @Test
    @Order(1)
    void aStatementOfTheRelayIsCancelled() throws Exception {
        underLoad("cancelled statement of the relay", traffic -> {
            for (String service : Fleet.SERVICES) {
                try (Connection superuser = Stored.connect(suite, service);
                        Statement statement = superuser.createStatement()) {
                    superuser.setAutoCommit(false);
                    statement.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
                    await().atMost(HEALED).until(() -> cancelled(statement));
                    superuser.rollback();
                }
            }
        });
    }

    private static boolean cancelled(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE"
                + " application_name = 'outbox-relay' AND datname = current_database() AND wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }

    @Test
    @Order(2)
    void theLeaderOfTheRelayStandsStill() throws Exception {
        underLoad("leader stopped for " + STOPPED_SECONDS + " s", traffic -> {
            String term = books.query("indicators", "SELECT term FROM lease").get(0);
            ProcessHandle leader = leader(term).orElseThrow();
            signal("STOP", leader);
            String present;
            try {
                present = takenOver(traffic, term);
            } finally {
                signal("CONT", leader);
            }
            traffic.awaitWrites(8, HEALED);
            assertThat(books.query("indicators", "SELECT term FROM lease"))
                    .as("the one that woke takes nothing back")
                    .containsExactly(present);
        });
    }

    /** Writes, publishes and waits without the leader; returns the term of the one that took over. */
    private static String takenOver(Traffic traffic, String term) {
        long stopped = System.nanoTime();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> books.query("indicators", "SELECT term FROM lease WHERE expires_at > now()").stream()
                        .anyMatch(present -> !present.equals(term)));
        System.out.println("another instance publishes after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stopped) / 1000.0 + " s");
        traffic.awaitWrites(8, HEALED);
        books.publishWithin(HEALED);
        await().atMost(Duration.ofSeconds(STOPPED_SECONDS + 10))
                .until(() -> System.nanoTime() - stopped > TimeUnit.SECONDS.toNanos(STOPPED_SECONDS));
        assertThat(books.query(
                        "indicators",
                        "SELECT query FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
                                + " AND state_change < now() - interval '6 seconds'"))
                .as("transactions that the stopped instance left open, with their locks")
                .isEmpty();
        return books.query("indicators", "SELECT term FROM lease").get(0);
    }

    /** The instance of indicators whose log says that it publishes under the term. */
    private static Optional<ProcessHandle> leader(String term) {
        Logs logs = new Logs(suite.data().resolve("logs"));
        String line = "shard 0 of the outbox, term " + term;
        if (logs.of("indicators").contains(line)) {
            return Optional.of(suite.process("indicators"));
        }
        return logs.of("indicators-second").contains(line)
                ? Optional.of(fleet.process("indicators"))
                : Optional.empty();
    }

    @Test
    @Order(3)
    void theDatabaseIsLostFiftyTimesInARow() throws Exception {
        underLoad(LOSSES + " losses of the database", traffic -> {
            for (int loss = 1; loss <= LOSSES; loss++) {
                loseTheDatabase(Fleet.SERVICES.get(loss % Fleet.SERVICES.size()));
                if (loss % 5 == 0) {
                    traffic.awaitWrites(2, HEALED);
                }
            }
        });
    }

    /** PostgreSQL ends all sessions and recovers when one of its processes is killed; waits until it answers again. */
    private static void loseTheDatabase(String service) throws SQLException {
        try (Connection witness = Stored.connect(suite, service)) {
            List<String> pids = books.query(
                    service,
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name <> ''"
                            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1");
            pids.forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
            await().pollInterval(Duration.ofMillis(20)).atMost(HEALED).until(() -> !witness.isValid(1));
        }
        await().pollInterval(Duration.ofMillis(50)).atMost(HEALED).until(() -> answers(service));
    }

    private static boolean answers(String service) {
        try (Connection connection = Stored.connect(suite, service)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    @Order(4)
    void theBrokerComesBackWithoutItsLog() throws Exception {
        underLoad("broker without its log", traffic -> {
            ProcessHandle launcher = suite.process("launcher");
            signal("STOP", launcher);
            try {
                suite.kill("kafka");
                traffic.awaitWrites(4, HEALED);
                delete(suite.data().resolve("kafka"));
            } finally {
                signal("CONT", launcher);
            }
        });
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start();
        await().until(() -> !kill.isAlive());
        assertThat(kill.exitValue()).isZero();
    }
}
