package org.finplan.indicators.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs statements on the service's database, in the caller's transaction when there is one. Parameters may be strings,
 * numbers, UUIDs, dates, instants, booleans, null, and collections of strings, dates or decimals (bound as arrays).
 */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Reads one row.
     *
     * @param <T> what a row becomes
     */
    @FunctionalInterface
    public interface Mapping<T> {
        /**
         * Maps the current row.
         *
         * @param row the row
         * @return what it becomes
         * @throws SQLException when a column cannot be read
         */
        T map(Row row) throws SQLException;
    }

    /**
     * Reads rows.
     *
     * @param sql a query
     * @param mapping from a row to a value
     * @param parameters its parameters in order
     * @param <T> the values
     * @return the values in the order of the rows
     */
    public <T> List<T> query(String sql, Mapping<T> mapping, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                Row row = new Row(rows);
                while (rows.next()) {
                    values.add(mapping.map(row));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Writes rows in one batch.
     *
     * @param sql an INSERT of one row
     * @param rows the parameters of each row
     */
    public void insert(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, toSql(connection, parameters[i]));
        }
    }

    private static Object toSql(Connection connection, Object parameter) throws SQLException {
        if (parameter instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (parameter instanceof Collection<?> values) {
            return connection.createArrayOf(elementType(values), values.toArray());
        }
        return parameter;
    }

    /** An empty array may have any type that the column can be cast to: text has them all. */
    private static String elementType(Collection<?> values) {
        if (values.stream().anyMatch(LocalDate.class::isInstance)) {
            return "date";
        }
        return values.stream().anyMatch(BigDecimal.class::isInstance) ? "numeric" : "text";
    }
}
