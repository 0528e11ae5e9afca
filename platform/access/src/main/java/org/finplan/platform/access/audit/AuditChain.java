package org.finplan.platform.access.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The chain in the database: the tables {@code audit_record} and {@code audit_head}. Every method works in the transaction
 * of the handle that it is given.
 */
public final class AuditChain {

    private static final String HEAD = "SELECT sequence, hash FROM audit_head";
    private static final String MOVE_HEAD = "UPDATE audit_head SET sequence = :sequence, hash = :hash";
    private static final String INSERT = """
        INSERT INTO audit_record (sequence, id, recorded_at, subject, client, roles, action, resource, region, detail,
            request_id, trace_id, previous_hash, hash)
        VALUES (:sequence, :id, :recordedAt, :subject, :client, :roles, :action, :resource, :region, :detail,
            :requestId, :traceId, :previousHash, :hash)\
        """;
    private static final String SELECT = """
        SELECT sequence, id, recorded_at, subject, client, roles, action, resource, region, detail, request_id, trace_id,
            previous_hash, hash
        FROM audit_record
        """;
    private static final String ALL_UP_TO = SELECT + "WHERE sequence <= :last ORDER BY sequence";
    private static final String NEWEST_FIRST = SELECT + """
        WHERE sequence < :before AND (:subject::text IS NULL OR subject = :subject)
            AND (:resource::text IS NULL OR resource = :resource) AND (:action::text IS NULL OR action = :action)
            AND (:everyRegion OR region = ANY (:regions))
        ORDER BY sequence DESC LIMIT :limit\
        """;
    private static final RowMapper<ChainLink> LINK = Row.to(AuditChain::link);
    private static final int FETCH = 1_000;

    private AuditChain() {}

    /**
     * Chains records to the head. The lock on the head is held until the transaction ends, so this is best its last act.
     *
     * @param handle within a transaction
     * @param records in their order; their sequence is given here
     */
    public static void append(Handle handle, List<AuditRecord> records) {
        Head head = head(handle, HEAD + " FOR UPDATE")
                .orElseThrow(() -> new IllegalStateException("audit_head has no row"));
        long sequence = head.sequence();
        byte[] hash = head.hash();
        PreparedBatch insert = handle.prepareBatch(INSERT);
        for (AuditRecord record : records) {
            sequence++;
            ChainLink link = ChainLink.after(hash, record.at(sequence));
            hash = link.hash();
            bind(insert, link).add();
        }
        insert.execute();
        handle.createUpdate(MOVE_HEAD)
                .bind("sequence", sequence)
                .bind("hash", hash)
                .execute();
    }

    /**
     * Walks the whole chain.
     *
     * @param handle within a transaction; rows are fetched piece by piece only there
     * @return what was found
     */
    public static Verification verify(Handle handle) {
        return head(handle, HEAD)
                .map(head -> verify(handle, head))
                .orElseGet(() -> new Verification(false, 0, 1L, 0, ""));
    }

    private static Verification verify(Handle handle, Head head) {
        ChainCheck check = new ChainCheck();
        // Records chained after the head was read belong to a later verification.
        try (Stream<ChainLink> links =
                handle.createQuery(ALL_UP_TO).setFetchSize(FETCH).bind("last", head.sequence()).map(LINK).stream()) {
            links.forEach(check::accept);
        }
        return check.end(head.sequence(), head.hash());
    }

    /**
     * Reads records before a place, newest first.
     *
     * @param handle to read with
     * @param sequence place of which the records before are wanted
     * @param filter what is looked for
     * @param limit most records
     * @return the records
     */
    public static List<ChainLink> before(Handle handle, long sequence, Filter filter, int limit) {
        return handle.createQuery(NEWEST_FIRST)
                .bind("before", sequence)
                .bind("subject", filter.subject())
                .bind("resource", filter.resource())
                .bind("action", filter.action())
                .bind("everyRegion", filter.regions().all())
                .bindArray("regions", String.class, List.copyOf(filter.regions().codes()))
                .bind("limit", limit)
                .map(LINK)
                .list();
    }

    /**
     * What a reader looks for; null leaves a field open.
     *
     * @param subject who did it
     * @param resource what it was done to
     * @param action what was done
     * @param regions regions whose records the reader sees; a record without a region is seen with all of them only
     */
    public record Filter(String subject, String resource, String action, RegionSet regions) {}

    /** The last record of the chain, whose place and hash the next one continues. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Head(long sequence, byte[] hash) {}

    private static Optional<Head> head(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map(Row.to(row -> new Head(row.number("sequence"), row.bytes("hash"))))
                .findFirst();
    }

    private static PreparedBatch bind(PreparedBatch insert, ChainLink link) {
        AuditRecord record = link.record();
        return insert.bind("sequence", record.sequence())
                .bind("id", record.id())
                .bind("recordedAt", record.recordedAt())
                .bind("subject", record.subject())
                .bind("client", record.client())
                .bind("roles", record.roles())
                .bind("action", record.action())
                .bind("resource", record.resource())
                .bind("region", record.region())
                .bind("detail", record.detail())
                .bind("requestId", record.requestId())
                .bind("traceId", record.traceId())
                .bind("previousHash", link.previousHash())
                .bind("hash", link.hash());
    }

    private static ChainLink link(Row row) throws SQLException {
        AuditRecord record = new AuditRecord(
                row.number("sequence"),
                row.uuid("id"),
                row.instant("recorded_at"),
                row.text("subject"),
                row.text("client"),
                row.text("roles"),
                row.text("action"),
                row.text("resource"),
                row.text("region"),
                row.text("detail"),
                row.text("request_id"),
                row.text("trace_id"));
        return new ChainLink(record, row.bytes("previous_hash"), row.bytes("hash"));
    }
}
