package org.finplan.platform.outbox.runtime;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.finplan.platform.outbox.consumer.Transactions;

/** Transactions of the service: what handlers do by JPA or JDBC is in the same one as the inbox row. */
final class JtaTransactions implements Transactions {

    private final DataSource dataSource;

    JtaTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T call(Work<T> work) throws SQLException {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return work.run(connection);
            }
        });
    }
}
