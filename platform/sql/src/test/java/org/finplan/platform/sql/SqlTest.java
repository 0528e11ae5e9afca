package org.finplan.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.outage.DatabaseFault;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class SqlTest {

    private static final Instant TO_THE_MICROSECOND = Instant.parse("2026-03-31T15:59:59.123456Z");

    @TempDir
    static Path directory;

    private static PostgresServer server;
    private static PGSimpleDataSource source;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        try (PortReservation port = PortReservation.any(directory.hashCode())) {
            server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
            server.start();
        }
        source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + server.address() + "/postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        jdbi = Sql.on(source);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeTable() {
        jdbi.useHandle(handle -> handle.execute(
                "DROP TABLE IF EXISTS sample; CREATE TABLE sample (id integer PRIMARY KEY, at timestamptz,"
                        + " name text)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "UTC"})
    void anInstantKeepsItsMicrosecondsWhateverTheZoneOfTheMachine(String zone) {
        TimeZone usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Handle handle = jdbi.open()) {
            handle.createUpdate("INSERT INTO sample (id, at) VALUES (1, :at)")
                    .bind("at", TO_THE_MICROSECOND)
                    .execute();

            Instant read = one(handle, "SELECT at FROM sample", row -> row.instant("at"));
            String stored =
                    one(handle, "SELECT (at AT TIME ZONE 'UTC')::text AS utc FROM sample", row -> row.text("utc"));

            assertThat(read).isEqualTo(TO_THE_MICROSECOND);
            assertThat(stored).isEqualTo("2026-03-31 15:59:59.123456");
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void absentValuesOfEveryTypeAreNull() {
        try (Handle handle = jdbi.open()) {
            handle.execute(
                    "CREATE TEMPORARY TABLE of_every_type (at timestamptz, t text, i integer, n bigint, u uuid, d date,"
                            + " m numeric, f boolean, b bytea)");
            handle.createUpdate("INSERT INTO of_every_type VALUES (:at, :t, :i, :n, :u, :d, :m, :f, :b)")
                    .bind("at", (Instant) null)
                    .bind("t", (String) null)
                    .bind("i", (Integer) null)
                    .bind("n", (Long) null)
                    .bind("u", (UUID) null)
                    .bind("d", (LocalDate) null)
                    .bind("m", (BigDecimal) null)
                    .bind("f", (Boolean) null)
                    .bind("b", (byte[]) null)
                    .execute();

            List<?> absent = one(
                    handle,
                    "SELECT * FROM of_every_type",
                    row -> Arrays.asList(
                            row.instant("at"),
                            row.text("t"),
                            row.integerOrNull("i"),
                            row.numberOrNull("n"),
                            row.uuid("u"),
                            row.date("d"),
                            row.decimal("m"),
                            row.bytes("b")));

            assertThat(absent).hasSize(8).containsOnlyNulls();
        }
    }

    @Test
    void arraysOfEveryTypeKeepTheirValuesAndTheirNulls() {
        UUID id = UUID.fromString("0190b4c0-0000-7000-8000-000000000001");
        assertThat(asText(String.class, Arrays.asList("a,b", "\"quoted\"", "", null)))
                .containsExactly("a,b", "\"quoted\"", "", null);
        assertThat(asText(BigDecimal.class, Arrays.asList(new BigDecimal("1.10"), null)))
                .containsExactly("1.10", null);
        assertThat(asText(Integer.class, Arrays.asList(7, null))).containsExactly("7", null);
        assertThat(asText(Long.class, Arrays.asList(Long.MAX_VALUE, null)))
                .containsExactly("9223372036854775807", null);
        assertThat(asText(Boolean.class, Arrays.asList(true, null))).containsExactly("true", null);
        assertThat(asText(UUID.class, Arrays.asList(id, null))).containsExactly(id.toString(), null);
        assertThat(asText(LocalDate.class, Arrays.asList(LocalDate.parse("2026-03-31"), null)))
                .containsExactly("2026-03-31", null);
        assertThat(asText(Instant.class, Arrays.asList(TO_THE_MICROSECOND, null)))
                .containsExactly("2026-03-31 15:59:59.123456+00", null);
    }

    @Test
    void anEmptyArrayHasNoRows() {
        for (Class<?> type : List.of(
                String.class,
                BigDecimal.class,
                Integer.class,
                Long.class,
                Boolean.class,
                UUID.class,
                LocalDate.class,
                Instant.class)) {
            assertThat(asText(type, List.of())).as("%s", type).isEmpty();
        }
    }

    @Test
    void anArrayOfTextInTheBinaryFormIsTheSame() {
        List<String> texts = Arrays.asList("a,b", "\"quoted\" {\\}", "", "演示样本", null);
        for (List<String> array : List.of(texts, List.<String>of())) {
            try (Handle handle = jdbi.open()) {
                assertThat(handle.createQuery("SELECT v AS value FROM unnest(:values) WITH ORDINALITY AS u(v, place)"
                                        + " ORDER BY place")
                                .bind("values", TextArray.of(array))
                                .map(Row.to(row -> row.text("value")))
                                .list())
                        .isEqualTo(array);
            }
        }
    }

    @Test
    void arrayColumnsAreLists() {
        try (Handle handle = jdbi.open()) {
            List<?> lists = one(
                    handle,
                    "SELECT ARRAY['x', 'y'] AS t, NULL::text[] AS none, ARRAY[1.50, 2]::numeric[] AS m",
                    row -> List.of(row.texts("t"), row.texts("none"), row.decimals("m"), row.decimals("none")));

            assertThat(lists)
                    .isEqualTo(List.of(
                            List.of("x", "y"),
                            List.of(),
                            List.of(new BigDecimal("1.50"), new BigDecimal("2")),
                            List.of()));
        }
    }

    @Test
    void namedParametersStandBesideCasts() {
        try (Handle handle = jdbi.open()) {
            List<String> values = handle.createQuery(
                            "SELECT :name::text || (:number)::integer::text || ':notAParameter' AS value -- :nor this")
                    .bind("name", "n")
                    .bind("number", "12")
                    .map(Row.to(row -> row.text("value")))
                    .list();

            assertThat(values).containsExactly("n12:notAParameter");
        }
    }

    @Test
    void aBatchIsOneStatementForManyRows() {
        try (Handle handle = jdbi.open()) {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO sample (id, at) VALUES (:id, :at)");
            for (int id = 0; id < 3; id++) {
                batch.bind("id", id).bind("at", TO_THE_MICROSECOND).add();
            }

            assertThat(batch.execute()).containsExactly(1, 1, 1);
        }
    }

    @Test
    void aHandleThatClosesLeavesTheTransactionToItsOwner() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (int id = 1; id <= 2; id++) {
                try (Handle handle = Sql.over(connection)) {
                    handle.createUpdate("INSERT INTO sample (id) VALUES (:id)")
                            .bind("id", id)
                            .execute();
                }
            }
            assertThat(connection.isClosed()).isFalse();
            connection.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aHandleOfAPoolThatIsWithinATransactionNeitherCommitsNorRollsBack() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Jdbi within = Sql.on(new ConnectionFactory() {
                @Override
                public Connection openConnection() {
                    return connection;
                }

                @Override
                public void closeConnection(Connection pooled) {
                    // A pool keeps the connection of a transaction until it ends.
                }
            });
            within.useHandle(handle -> handle.execute("INSERT INTO sample (id) VALUES (1)"));
            assertThat(count()).isZero();
            within.useHandle(handle -> handle.execute("INSERT INTO sample (id) VALUES (2)"));
            connection.rollback();
        }
        assertThat(count()).isZero();
    }

    @Test
    void aSessionEndsWithItsHandle() {
        AtomicReference<Connection> opened = new AtomicReference<>();
        Jdbi sessions = Sql.on(() -> {
            opened.set(source.getConnection());
            return opened.get();
        });

        sessions.useHandle(handle -> handle.execute("INSERT INTO sample (id) VALUES (1)"));

        assertThat(opened.get()).matches(connection -> catchThrowable(() -> connection.createStatement()) != null);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFailureCarriesWhatTheDriverSaid() {
        Throwable twice = catchThrowable(
                () -> jdbi.useHandle(handle -> handle.execute("INSERT INTO sample (id) VALUES (1), (1)")));
        Throwable cancelled = catchThrowable(() -> jdbi.useHandle(handle ->
                handle.execute("SET statement_timeout = '1ms'; SELECT pg_sleep(10) FROM generate_series(1, 9)")));

        assertThat(twice).isInstanceOf(JdbiException.class);
        assertThat(((SQLException) twice.getCause()).getSQLState()).isEqualTo("23505");
        assertThat(DatabaseFault.of(twice)).contains(DatabaseFault.WRONG);
        assertThat(DatabaseFault.of(cancelled)).contains(DatabaseFault.BUSY);
    }

    @Test
    void aFailureKeepsBoundValuesToItself() {
        Throwable failure = catchThrowable(() -> jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO sample (id, name) VALUES (1, :name), (1, :name)")
                        .bind("name", "a secret")
                        .execute()));

        assertThat(failure).hasMessageContaining("sample_pkey").hasMessageNotContaining("a secret");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsUnavailable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        try (PortReservation port = PortReservation.any(1)) {
            nowhere.setUrl("jdbc:postgresql://127.0.0.1:" + port.port() + "/postgres");
            Throwable failure = catchThrowable(() -> Sql.on(nowhere).useHandle(handle -> handle.execute("SELECT 1")));

            assertThat(failure).isInstanceOf(JdbiException.class);
            assertThat(DatabaseFault.of(failure)).contains(DatabaseFault.UNAVAILABLE);
        }
    }

    private static <T> T one(Handle handle, String sql, Row.Mapping<T> mapping) {
        return handle.createQuery(sql).map(Row.to(mapping)).one();
    }

    private static List<String> asText(Class<?> type, List<?> values) {
        try (Handle handle = jdbi.open()) {
            handle.execute("SET TIME ZONE 'UTC'");
            return handle.createQuery("SELECT v::text AS value FROM unnest(:values) WITH ORDINALITY AS u(v, place)"
                            + " ORDER BY place")
                    .bindArray("values", type, values)
                    .map(Row.to(row -> row.text("value")))
                    .list();
        }
    }

    private static long count() {
        try (Handle handle = jdbi.open()) {
            return one(handle, "SELECT count(*) AS number FROM sample", row -> row.number("number"));
        }
    }
}
