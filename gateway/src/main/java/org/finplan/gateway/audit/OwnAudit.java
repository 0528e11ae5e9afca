package org.finplan.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.access.audit.AuditRecordResponse;
import org.finplan.platform.access.audit.ChainLink;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.Sql;

/** The audit records of the gateway itself, in the form in which each service answers for its own. */
@ApplicationScoped
public class OwnAudit {

    /** Name of the gateway among the services that have audit records. */
    public static final String SERVICE = "gateway";

    private final Database database;
    private final ObjectMapper json;

    OwnAudit(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Lists records, newest first.
     *
     * @param caller who asks
     * @param filter what is looked for
     * @param cursor {@code nextCursor} of the page before, or null
     * @param limit most records
     * @return the page; failed with 403, with 400 for a forged cursor, with 503 while the database is unavailable
     */
    public Future<JsonNode> list(Identity caller, AuditChain.Filter filter, String cursor, int limit) {
        requireReader(caller);
        long before = sequence(cursor);
        return database.transaction(connection -> AuditChain.before(Sql.over(connection), before, filter, limit + 1))
                .map(links -> page(links, limit));
    }

    /**
     * Verifies the chain.
     *
     * @param caller who asks
     * @return what was found; failed with 403, or with 503 while the database is unavailable
     */
    public Future<JsonNode> verify(Identity caller) {
        requireReader(caller);
        return database.transaction(connection -> AuditChain.verify(Sql.over(connection)))
                .map(json::valueToTree);
    }

    private JsonNode page(List<ChainLink> links, int limit) {
        ObjectNode page = json.createObjectNode();
        ArrayNode items = page.putArray("items");
        links.stream()
                .limit(limit)
                .forEach(link -> items.add(json.<JsonNode>valueToTree(AuditRecordResponse.of(link))));
        page.put(
                "nextCursor",
                links.size() > limit
                        ? Long.toString(links.get(limit - 1).record().sequence())
                        : null);
        return page;
    }

    private static long sequence(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw ProblemException.of(
                    WebError.INVALID_CURSOR,
                    "cursor 须为本次查询返回的 nextCursor。",
                    "cursor must be a nextCursor of this query.");
        }
        return Long.parseLong(cursor);
    }

    private static void requireReader(Identity caller) {
        if (!caller.may(Permission.AUDIT_READ)) {
            throw ProblemException.of(WebError.FORBIDDEN, "您的角色不能读取审计记录。", "Your roles do not read audit records.");
        }
    }
}
