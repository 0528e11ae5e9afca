package org.finplan.platform.outbox.runtime;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Function;
import org.finplan.platform.outbox.consumer.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Transactions of the service: what handlers do by JPA or SQL is in the same one as the inbox row. */
final class JtaTransactions implements Transactions {

    private final Jdbi jdbi;

    JtaTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T call(Function<Handle, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Not withHandle, which lends its handle to whatever asks for one on this thread, in another transaction
            // too.
            try (Handle handle = jdbi.open()) {
                return work.apply(handle);
            }
        });
    }
}
