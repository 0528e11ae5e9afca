package org.finplan.benchmarks.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.OutboxWriter;
import org.finplan.platform.outbox.append.PendingEvent;
import org.finplan.platform.outbox.consumer.Transactions;
import org.finplan.platform.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/** The database through a pool of twenty connections, as a service has it. */
final class Database implements Transactions, AutoCloseable {

    private static final EventFactory FACTORY = new EventFactory("/benchmark", Clock.systemUTC(), () -> null);

    private final AgroalDataSource pool;
    private final Jdbi jdbi;

    private final String url;
    private final String user;
    private final String password;

    Database(String url, String user, String password) throws SQLException {
        this.url = url;
        this.user = user;
        this.password = password;
        pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(p -> p.maxSize(20).connectionFactoryConfiguration(c -> c.jdbcUrl(url)
                        .principal(new NamePrincipal(user))
                        .credential(new SimplePassword(password)))));
        jdbi = Sql.on(pool);
        jdbi.setTransactionHandler(new LocalTransactionHandler());
    }

    /** Sessions outside of the pool, as the relay has them. */
    Jdbi sessions() {
        return Sql.on(() -> DriverManager.getConnection(url, user, password));
    }

    /** Appends events to an aggregate each and commits. */
    List<PendingEvent> append(List<String> aggregates) {
        List<PendingEvent> events = new ArrayList<>();
        for (String aggregate : aggregates) {
            events.add(FACTORY.pending(
                    new NewEvent(observation(), aggregate, "/api/v1/indicators/sample/observations", "441200")));
        }
        call(handle -> {
            OutboxWriter.write(handle, events);
            return null;
        });
        return events;
    }

    static ObservationRecorded observation() {
        return new ObservationRecorded(
                Identifiers.next(),
                "sample-indicator",
                "441200",
                "2025",
                "level",
                new BigDecimal("459.10"),
                "CNY_100M",
                "final",
                1,
                null,
                null,
                "Sample source",
                "sample",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public <T> T call(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    long count(String fromAndWhere) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + fromAndWhere)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
