package org.finplan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A pool of three loses no connection, whatever fails: making one, telling it the regions, joining a transaction, a
 * statement, the end of the transaction, giving it back.
 */
class ConnectionPoolTest {

    private static final int SIZE = 3;
    /** More calls than any use of a connection makes, so that some faults never come. */
    private static final int CALLS = 14;

    private static final TransactionManager TRANSACTIONS = transactions();
    private static final Logger TRANSACTION_LOG = Logger.getLogger("com.arjuna.ats.jta");
    private static PostgresServer server;

    /** One use of a connection and what fails in it. */
    record Use(boolean inTransaction, boolean commits, FaultySource.Fault fault) {}

    private static TransactionManager transactions() {
        BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class).setObjectStoreDir("target/transactions");
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    @BeforeContainer
    static void start() throws IOException {
        Path directory = Files.createTempDirectory("finplan-pool-test");
        // The transaction manager tells of each fault with a trace.
        TRANSACTION_LOG.setLevel(Level.OFF);
        try (PortReservation port = PortReservation.any(directory.hashCode())) {
            server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
            server.start();
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + server.address() + "/postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        FaultySource.use(source);
    }

    @AfterContainer
    static void stop() {
        server.close();
        TRANSACTION_LOG.setLevel(null);
    }

    @Property(tries = 25)
    void losesNoConnectionWhateverFailsAndWhen(@ForAll("uses") List<Use> uses) throws SQLException {
        try (AgroalDataSource pool = pool()) {
            for (Use use : uses) {
                FaultySource.expect(use.fault());
                tryToUse(pool, use);
            }
            FaultySource.expect(null);
            assertThat(usableTogether(pool)).isEqualTo(SIZE);
        }
    }

    @Provide
    Arbitrary<List<Use>> uses() {
        Arbitrary<FaultySource.Fault> faults = Combinators.combine(
                        Arbitraries.integers().between(0, CALLS),
                        Arbitraries.of("08006", "57P01", "57014", "53100", "25P03", "XX000"),
                        Arbitraries.of(true, false))
                .as(FaultySource.Fault::new);
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false), faults)
                .as(Use::new)
                .list()
                .ofMinSize(SIZE)
                .ofMaxSize(12);
    }

    private static void tryToUse(AgroalDataSource pool, Use use) {
        try {
            if (use.inTransaction()) {
                useInTransaction(pool, use.commits());
            } else {
                useConnection(pool);
            }
        } catch (Exception expected) {
            assertThat(expected).as("no fault but that of the test").isNotInstanceOf(NullPointerException.class);
        }
    }

    private static void useInTransaction(AgroalDataSource pool, boolean commits) throws Exception {
        begin();
        boolean ended = false;
        try {
            useConnection(pool);
            useConnection(pool);
            ended = true;
            if (commits) {
                TRANSACTIONS.commit();
            } else {
                TRANSACTIONS.rollback();
            }
        } finally {
            if (!ended) {
                TRANSACTIONS.rollback();
            }
        }
    }

    private static void begin() throws NotSupportedException, SystemException {
        TRANSACTIONS.suspend();
        TRANSACTIONS.begin();
    }

    private static void useConnection(AgroalDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /** Borrows all connections at once; those that broke at rest are exchanged, as any user of the pool would see. */
    private static int usableTogether(AgroalDataSource pool) throws SQLException {
        for (int i = 0; i < 2 * SIZE; i++) {
            tryToUse(pool, new Use(false, false, null));
        }
        List<Connection> borrowed = new ArrayList<>();
        try {
            for (int i = 0; i < SIZE; i++) {
                Connection connection = pool.getConnection();
                borrowed.add(connection);
                assertThat(connection.createStatement().execute("SELECT 1")).isTrue();
            }
            return borrowed.size();
        } finally {
            for (Connection connection : borrowed) {
                connection.close();
            }
        }
    }

    private static AgroalDataSource pool() throws SQLException {
        AgroalDataSource pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(p -> p.maxSize(SIZE)
                        .acquisitionTimeout(Duration.ofSeconds(1))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                TRANSACTIONS,
                                new com.arjuna.ats.internal.jta.transaction.arjunacore
                                        .TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(c -> c.connectionProviderClass(FaultySource.class))));
        pool.setPoolInterceptors(
                List.of(new RegionSettings(new RegionScope(new Officer(), new NoRegions()), new Officer())));
        return pool;
    }

    /** A caller whose regions change with every look, so that every connection must be told them anew. */
    private static final class Officer implements Caller {

        @Override
        public String subject() {
            return "sample";
        }

        @Override
        public String client() {
            return "sample";
        }

        @Override
        public Set<String> roles() {
            return Set.of(RoleName.DISTRICT_OFFICER);
        }

        @Override
        public Set<String> regions() {
            return Set.of(UUID.randomUUID().toString());
        }

        @Override
        public Set<String> units() {
            return Set.of();
        }

        @Override
        public boolean isSystem() {
            return false;
        }
    }

    private static final class NoRegions implements RegionTree {

        @Override
        public Set<String> subtree(String region) {
            return Set.of(region);
        }

        @Override
        public List<String> ancestors(String region) {
            return List.of();
        }

        @Override
        public Set<String> references() {
            return Set.of();
        }

        @Override
        public Set<String> cities() {
            return Set.of();
        }
    }
}
