package org.finplan.benchmarks.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The floor of writing: the rows that the last report made, inserted again into the same tables by batches of prepared
 * statements, in one transaction and under the rights of the service. Their keys are others: nothing else reads them, and no
 * relay publishes them.
 */
final class BareWriter implements AutoCloseable {

    /** Of another version of UUID, in the same place of an index. */
    private static final String OTHER_ID = "overlay(id::text placing '8' from 15 for 1)::uuid";

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
    private static final List<Table> TABLES = List.of(
            new Table(
                    "observation",
                    "recorded_at = (SELECT max(recorded_at) FROM observation)",
                    Map.of("variant", "variant || '-bare'", "id", OTHER_ID)),
            new Table(
                    "attainment_judgement",
                    "assessed_at = (SELECT max(recorded_at) FROM observation)",
                    Map.of("plan", "plan || '-bare'")),
            new Table("outbox", "position > %d", Map.of("id", OTHER_ID, "published_at", "occurred_at")));

    private final Connection superuser;
    private final Connection writer;
    private final Map<Table, List<Object[]>> rows = new LinkedHashMap<>();
    private long written;

    private record Table(String name, String where, Map<String, String> others) {}

    BareWriter(Connection superuser, Connection writer) throws SQLException {
        this.superuser = superuser;
        this.writer = writer;
        writer.setAutoCommit(false);
    }

    /** Remembers what was written so far. */
    void begin() throws SQLException {
        awaitPublished();
        written = number("SELECT coalesce(max(position), 0) FROM outbox");
    }

    /** {@return how many rows were made since {@link #begin}; they are kept to be written again} */
    int read() throws SQLException {
        awaitPublished();
        int count = 0;
        for (Table table : TABLES) {
            List<Object[]> read = read(table);
            rows.put(table, read);
            count += read.size();
        }
        return count;
    }

    /** The relay would take the processor from what is measured next. */
    private void awaitPublished() throws SQLException {
        while (number("SELECT count(*) FROM outbox WHERE published_at IS NULL") > 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private List<Object[]> read(Table table) throws SQLException {
        List<String> values = columns(table).stream()
                .map(column -> table.others().getOrDefault(column, column))
                .toList();
        List<Object[]> read = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + String.join(", ", values) + " FROM "
                        + table.name() + " WHERE " + table.where().formatted(written))) {
            while (result.next()) {
                Object[] row = new Object[values.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = result.getObject(i + 1);
                }
                read.add(row);
            }
        }
        return read;
    }

    private List<String> columns(Table table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = '" + table.name()
                                + "' AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position")) {
            while (result.next()) {
                columns.add(result.getString(1));
            }
        }
        return columns;
    }

    /** {@return nanoseconds that it took to write the rows that were read, to the end of the commit} */
    long write() throws SQLException {
        Map<Table, String> inserts = new LinkedHashMap<>();
        for (Table table : TABLES) {
            List<String> columns = columns(table);
            inserts.put(
                    table,
                    "INSERT INTO " + table.name() + " (" + String.join(", ", columns) + ") VALUES ("
                            + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
        }
        long start = System.nanoTime();
        for (Map.Entry<Table, String> insert : inserts.entrySet()) {
            write(insert.getValue(), rows.get(insert.getKey()));
        }
        writer.commit();
        return System.nanoTime() - start;
    }

    private void write(String insert, List<Object[]> values) throws SQLException {
        try (PreparedStatement statement = writer.prepareStatement(insert)) {
            for (Object[] row : values) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
        superuser.close();
    }
}
