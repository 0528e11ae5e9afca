package org.finplan.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.gateway.database.Database;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.access.audit.AuditRecordView;
import org.finplan.platform.access.audit.ChainLink;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.jdbi.v3.core.Jdbi;

/** The audit records of the gateway itself, in the form in which each service answers for its own. */
@ApplicationScoped
public class OwnAudit {

    /** Name of the gateway among the services that have audit records. */
    public static final String SERVICE = "gateway";

    private final Database database;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    OwnAudit(Database database, Jdbi jdbi, ObjectMapper json) {
        this.database = database;
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Lists records, newest first.
     *
     * @param filter what is looked for
     * @param cursor {@code nextCursor} of the page before, or null
     * @param limit most records
     * @return the page; failed with 400 for a forged cursor, with 503 while the database is unavailable
     */
    public Future<JsonNode> list(AuditChain.Filter filter, String cursor, int limit) {
        long before = sequence(cursor);
        return database.transaction(
                        () -> jdbi.withHandle(handle -> AuditChain.before(handle, before, filter, limit + 1)))
                .map(links -> json.valueToTree(page(links, limit)));
    }

    /** {@return what a walk along the chain found; failed with 503 while the database is unavailable} */
    public Future<JsonNode> verify() {
        return database.transaction(() -> jdbi.withHandle(AuditChain::verify)).map(json::valueToTree);
    }

    private static Page<AuditRecordView> page(List<ChainLink> links, int limit) {
        return Page.of(links, limit, link -> Long.toString(link.record().sequence()), null)
                .map(AuditRecordView::of);
    }

    private static long sequence(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Cursor.invalid(cursor);
        }
        return Long.parseLong(cursor);
    }
}
