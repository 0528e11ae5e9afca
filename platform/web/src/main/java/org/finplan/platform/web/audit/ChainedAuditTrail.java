package org.finplan.platform.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.access.audit.AuditRecord;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.tracing.TraceContext;
import org.jdbi.v3.core.Jdbi;

/**
 * Collects the records of a transaction and chains them as its very last act: the head of the chain is one lock for all
 * writers of the service, so it is held for a few statements only, and taken after every other lock, so that two
 * transactions never wait for each other in a circle.
 */
@ApplicationScoped
class ChainedAuditTrail implements AuditTrail {

    private static final Object KEY = ChainedAuditTrail.class;

    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final RegionScope scope;
    private final Jdbi jdbi;
    private final Clock clock;

    ChainedAuditTrail(
            TransactionSynchronizationRegistry transactions, Caller caller, RegionScope scope, Jdbi jdbi, Clock clock) {
        this.transactions = transactions;
        this.caller = caller;
        this.scope = scope;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public void record(String action, String resource, String region, String detail) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an audit record needs the transaction of the act it records");
        }
        pending().records.add(describe(action, resource, region, detail));
    }

    private AuditRecord describe(String action, String resource, String region, String detail) {
        // PostgreSQL keeps microseconds; a hash over more would not match what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new AuditRecord(
                0,
                Identifiers.next(),
                now,
                caller.subject(),
                caller.client(),
                String.join(",", new TreeSet<>(caller.roles())),
                action,
                resource,
                region == null ? scope.city().orElse(null) : region,
                detail,
                TraceContext.requestId(),
                TraceContext.traceId());
    }

    private Pending pending() {
        Pending pending = (Pending) transactions.getResource(KEY);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(KEY, pending);
            transactions.registerInterposedSynchronization(pending);
        }
        return pending;
    }

    /** The records of one transaction. */
    private final class Pending implements Synchronization {

        private final List<AuditRecord> records = new ArrayList<>();
        private boolean last;

        @Override
        public void beforeCompletion() {
            if (!last) {
                // Joins the queue again, behind all that other parts of the service do before the commit.
                last = true;
                transactions.registerInterposedSynchronization(this);
                return;
            }
            jdbi.useHandle(handle -> AuditChain.append(handle, records));
        }

        @Override
        public void afterCompletion(int status) {
            records.clear();
        }
    }
}
