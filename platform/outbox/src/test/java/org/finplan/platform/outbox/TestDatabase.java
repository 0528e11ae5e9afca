package org.finplan.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.outbox.consumer.Transactions;
import org.finplan.platform.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/** A database of its own for a test, with the tables of the outbox, used by a role that owns nothing. */
public final class TestDatabase implements AutoCloseable, Transactions {

    /** Name of the sessions of {@link #sessions}. */
    public static final String RELAY = "outbox-relay";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "sample";

    private final String name;
    private final PostgresServer server;
    private final AgroalDataSource pool;
    private final Jdbi jdbi;

    private TestDatabase(PostgresServer server, String name) throws SQLException {
        this.server = server;
        this.name = name;
        this.pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(p -> p.maxSize(20)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(c -> c.jdbcUrl(server.jdbcUrl(name))
                                .principal(new NamePrincipal(appRole(name)))
                                .credential(new SimplePassword(PASSWORD)))));
        this.jdbi = Sql.on(pool);
        jdbi.setTransactionHandler(new LocalTransactionHandler());
    }

    /** Creates a database with the tables of the outbox and a table that handlers write to. */
    public static TestDatabase create(PostgresServer server) {
        String name = "outbox" + NUMBER.incrementAndGet();
        server.createDatabase(name, PASSWORD, PASSWORD);
        try (Connection owner =
                        DriverManager.getConnection(server.jdbcUrl(name), "finplan_" + name + "_owner", PASSWORD);
                Statement statement = owner.createStatement()) {
            for (String tables : List.of("/db/outbox.sql", "/db/outbox_lease.sql")) {
                statement.execute(ddl(tables).replace("${appRole}", appRole(name)));
            }
            statement.execute("CREATE TABLE effect (place bigint GENERATED ALWAYS AS IDENTITY, event_id uuid,"
                    + " aggregate text, sequence bigint)");
            statement.execute("GRANT SELECT, INSERT ON effect TO " + appRole(name));
            return new TestDatabase(server, name);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ddl(String tables) throws IOException {
        try (InputStream ddl = TestDatabase.class.getResourceAsStream(tables)) {
            return new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String appRole(String name) {
        return "finplan_" + name + "_app";
    }

    public AgroalDataSource dataSource() {
        return pool;
    }

    /** What follows {@code finplan_} in the name of the database. */
    public String name() {
        return "finplan_" + name;
    }

    /** Jdbi on the pool; within {@link #call} it works in its transaction, as that of a service does by JTA. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Sessions outside of the pool, as the relay needs them. */
    public Jdbi sessions() {
        return Sql.on(() -> DriverManager.getConnection(
                server.jdbcUrl(name) + "?socketTimeout=10&ApplicationName=" + RELAY, appRole(name), PASSWORD));
    }

    /** Address, user and password, for a child process. */
    public List<String> coordinates() {
        return List.of(server.jdbcUrl(name), appRole(name), PASSWORD);
    }

    @Override
    public <T> T call(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Reads rows of a query as lists of values. */
    public List<List<Object>> query(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<Object>> result = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getObject(i));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String fromAndWhere) {
        return (Long) query("SELECT count(*) FROM " + fromAndWhere).get(0).get(0);
    }

    @Override
    public void close() {
        pool.close();
    }
}
