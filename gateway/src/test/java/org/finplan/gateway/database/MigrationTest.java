package org.finplan.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final Refusing flyways = new Refusing("08001");

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void leavesFlywayAloneWhileTheDatabaseIsAway() {
        Refusing ours = new Refusing("08001");

        attempt(ours, () -> ours.asked.get() >= 2);

        assertThat(flyways.asked).hasValue(0);
    }

    @Test
    void asksFlywayWhenTheDatabaseDoesNotKnowOurRoleYet() {
        attempt(new Refusing("28P01"), () -> flyways.asked.get() >= 2);
    }

    private void attempt(Refusing ours, Callable<Boolean> enough) {
        Migration migration = new Migration(
                vertx, ours, Flyway.configure().dataSource(flyways).load());
        migration.begin(new StartupEvent());
        await().atMost(PATIENCE).until(enough);
        migration.end(new ShutdownEvent());
        assertThat(migration.upToDate()).isFalse();
    }

    /** A database that answers every attempt with the same SQLSTATE. */
    private static final class Refusing extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient AtomicInteger asked = new AtomicInteger();
        private final String state;

        Refusing(String state) {
            this.state = state;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLException("a sample refusal", state);
        }
    }
}
