package org.finplan.platform.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The chain in the database: the tables {@code audit_record} and {@code audit_head}. Every method works in the transaction
 * of the connection that it is given.
 */
public final class AuditChain {

    private static final String LOCK_HEAD = "SELECT sequence, hash FROM audit_head FOR UPDATE";
    private static final String MOVE_HEAD = "UPDATE audit_head SET sequence = ?, hash = ?";
    private static final String COLUMNS =
            "sequence, id, recorded_at, subject, client, roles, action, resource, region, "
                    + "detail, request_id, trace_id, previous_hash, hash";
    private static final String INSERT =
            "INSERT INTO audit_record (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM audit_record WHERE ";
    private static final String ALL_UP_TO = SELECT + "sequence <= ? ORDER BY sequence";
    private static final String NEWEST_FIRST = SELECT
            + "sequence < ? AND (?::text IS NULL OR subject = ?) AND (?::text IS NULL OR resource = ?) "
            + "AND (?::text IS NULL OR action = ?) ORDER BY sequence DESC LIMIT ?";
    private static final int FETCH = 1_000;

    private AuditChain() {}

    /**
     * Chains records to the head. The lock on the head is held until the transaction ends, so this is best its last act.
     *
     * @param connection within a transaction
     * @param records in their order; their sequence is given here
     * @throws SQLException when the database refuses or is away
     */
    public static void append(Connection connection, List<AuditRecord> records) throws SQLException {
        long sequence;
        byte[] hash;
        try (PreparedStatement lock = connection.prepareStatement(LOCK_HEAD);
                ResultSet head = lock.executeQuery()) {
            if (!head.next()) {
                throw new SQLException("audit_head has no row");
            }
            sequence = head.getLong(1);
            hash = head.getBytes(2);
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AuditRecord record : records) {
                sequence++;
                ChainLink link = ChainLink.after(hash, record.at(sequence));
                hash = link.hash();
                bind(insert, link);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            move.setLong(1, sequence);
            move.setBytes(2, hash);
            move.executeUpdate();
        }
    }

    /**
     * Walks the whole chain.
     *
     * @param connection within a transaction; rows are fetched piece by piece only there
     * @return what was found
     * @throws SQLException when the database refuses or is away
     */
    public static Verification verify(Connection connection) throws SQLException {
        try (PreparedStatement readHead = connection.prepareStatement("SELECT sequence, hash FROM audit_head");
                ResultSet head = readHead.executeQuery()) {
            if (!head.next()) {
                return new Verification(false, 0, 1L, 0, "");
            }
            long last = head.getLong(1);
            ChainCheck check = new ChainCheck();
            // Records chained after the head was read belong to a later verification.
            try (PreparedStatement select = connection.prepareStatement(ALL_UP_TO)) {
                select.setFetchSize(FETCH);
                select.setLong(1, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        check.accept(link(rows));
                    }
                }
            }
            return check.end(last, head.getBytes(2));
        }
    }

    /**
     * Reads records before a place, newest first.
     *
     * @param connection to read with
     * @param sequence place of which the records before are wanted
     * @param filter what is looked for
     * @param limit most records
     * @return the records
     * @throws SQLException when the database refuses or is away
     */
    public static List<ChainLink> before(Connection connection, long sequence, Filter filter, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST_FIRST)) {
            select.setLong(1, sequence);
            String[] equal = {filter.subject(), filter.resource(), filter.action()};
            for (int i = 0; i < equal.length; i++) {
                select.setString(2 + 2 * i, equal[i]);
                select.setString(3 + 2 * i, equal[i]);
            }
            select.setInt(8, limit);
            List<ChainLink> links = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    links.add(link(rows));
                }
            }
            return links;
        }
    }

    /**
     * What a reader looks for; null leaves a field open.
     *
     * @param subject who did it
     * @param resource what it was done to
     * @param action what was done
     */
    public record Filter(String subject, String resource, String action) {}

    private static void bind(PreparedStatement insert, ChainLink link) throws SQLException {
        AuditRecord record = link.record();
        insert.setLong(1, record.sequence());
        insert.setObject(2, record.id());
        insert.setObject(3, OffsetDateTime.ofInstant(record.recordedAt(), ZoneOffset.UTC));
        insert.setString(4, record.subject());
        insert.setString(5, record.client());
        insert.setString(6, record.roles());
        insert.setString(7, record.action());
        insert.setString(8, record.resource());
        insert.setString(9, record.region());
        insert.setString(10, record.detail());
        insert.setString(11, record.requestId());
        insert.setString(12, record.traceId());
        insert.setBytes(13, link.previousHash());
        insert.setBytes(14, link.hash());
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        AuditRecord record = new AuditRecord(
                row.getLong(1),
                row.getObject(2, UUID.class),
                recordedAt,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
        return new ChainLink(record, row.getBytes(13), row.getBytes(14));
    }
}
