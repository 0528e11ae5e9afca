package org.finplan.platform.outage.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program ends when its pool is of no use, and never because the database is. */
class PoolWatchTest {

    private record Settings(Duration patience, Duration interval) implements DatabaseConfig {}

    @TempDir
    Path directory;

    private final AtomicBoolean ended = new AtomicBoolean();
    private PostgresServer server;
    private AgroalDataSource pool;
    private PoolWatch watch;

    @BeforeEach
    void start() throws SQLException {
        try (PortReservation port = PortReservation.any(directory.hashCode())) {
            server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
            server.start();
        }
        pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(p -> p.maxSize(1)
                        .acquisitionTimeout(Duration.ofMillis(200))
                        .connectionFactoryConfiguration(
                                c -> c.jdbcUrl("jdbc:postgresql://" + server.address() + "/postgres")
                                        .principal(new NamePrincipal("postgres"))
                                        .credential(new SimplePassword("postgres")))));
        watch = new PoolWatch(pool, new Settings(Duration.ofSeconds(1), Duration.ofMillis(50)), () -> ended.set(true));
    }

    @AfterEach
    void stop() {
        watch.stop(null);
        pool.close();
        server.close();
    }

    @Test
    void endsTheProgramWhenNoConnectionIsToBeHadThoughTheDatabaseAnswers() throws SQLException {
        try (Connection lost = pool.getConnection()) {
            assertThat(lost.isValid(1)).isTrue();
            watch.start(null);
            assertThat(watch.call().getStatus()).isEqualTo(Status.UP);
            await().untilTrue(ended);
            assertThat(watch.call().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void waitsWhileTheDatabaseIsUnavailable() throws SQLException {
        server.kill();
        watch.start(null);
        long begin = System.nanoTime();
        await().until(() -> System.nanoTime() - begin > Duration.ofSeconds(3).toNanos());
        assertThat(ended).isFalse();
        server.start();
        await().ignoreExceptions()
                .until(() -> pool.getConnection().createStatement().execute("SELECT 1"));
    }

    @Test
    void aSessionBesideThePoolIsNotThePools() throws SQLException {
        try (Connection lent = pool.getConnection();
                Connection own = new DirectSessions(pool, Map.of("ApplicationName", "own")).open()) {
            assertThat(lent.isValid(1)).isTrue();
            assertThat(own.createStatement().execute("SELECT 1")).isTrue();
        }
    }
}
