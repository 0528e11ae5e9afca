package org.finplan.gateway.audit;

import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.access.audit.AuditRecord;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Sql;

/**
 * An act of a caller on what the gateway itself keeps. It is recorded in the transaction of the act, as its last statement,
 * since the head of the chain stays locked until the commit.
 *
 * @param caller who acts
 * @param requestId id of the request
 * @param traceId trace of the request
 */
public record Act(Identity caller, String requestId, String traceId) {

    /**
     * The act of a request.
     *
     * @param context a request with a caller
     * @return the act
     */
    public static Act of(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return new Act(
                Identity.of(context), exchange.requestId(), exchange.trace().traceId());
    }

    /**
     * Records it.
     *
     * @param connection of the transaction of the act
     * @param at when it was done
     * @param action what was done, {@code <concept>.<verb>}
     * @param resource the resource it was done to, as a path below the gateway
     * @param detail a short account, never a secret
     * @throws SQLException when the database refuses or is unavailable; the act must not be committed then
     */
    public void record(Connection connection, Instant at, String action, String resource, String detail)
            throws SQLException {
        AuditRecord record = new AuditRecord(
                0,
                Identifiers.next(),
                at.truncatedTo(ChronoUnit.MICROS),
                caller.subject(),
                caller.client(),
                String.join(",", new TreeSet<>(caller.roles())),
                action,
                resource,
                null,
                detail,
                requestId,
                traceId);
        AuditChain.append(Sql.over(connection), List.of(record));
    }
}
