package org.finplan.platform.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The row at hand of a query, by the names of its columns. What is absent is null; a row mapper is written as
 * {@code Row.to(row -> new Place(row.text("region"), row.date("period_end")))}.
 */
public final class Row {

    private final ResultSet rows;

    private Row(ResultSet rows) {
        this.rows = rows;
    }

    /**
     * Makes a value of a row.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Mapping<T> {

        /**
         * Maps the row at hand.
         *
         * @param row the row
         * @return what it becomes
         * @throws SQLException when a column is missing or of another type
         */
        T map(Row row) throws SQLException;
    }

    /**
     * A mapper for Jdbi.
     *
     * @param mapping from a row to a value
     * @param <T> the value
     * @return the mapper
     */
    public static <T> RowMapper<T> to(Mapping<T> mapping) {
        return (rows, context) -> mapping.map(new Row(rows));
    }

    /** {@return a text column} */
    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    /** {@return an integer column that is never null} */
    public int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** {@return an integer column} */
    public Integer integerOrNull(String column) throws SQLException {
        return rows.getObject(column, Integer.class);
    }

    /** {@return a bigint column that is never null} */
    public long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** {@return a bigint column} */
    public Long numberOrNull(String column) throws SQLException {
        return rows.getObject(column, Long.class);
    }

    /** {@return a boolean column that is never null} */
    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** {@return a numeric column, every digit kept} */
    public BigDecimal decimal(String column) throws SQLException {
        return rows.getBigDecimal(column);
    }

    /** {@return a date column} */
    public LocalDate date(String column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    /** {@return a timestamptz column} */
    public Instant instant(String column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** {@return a uuid column} */
    public UUID uuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    /** {@return a bytea column} */
    public byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    /** {@return a numeric array column, every digit kept, empty when null} */
    public List<BigDecimal> decimals(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((BigDecimal[]) array.getArray());
    }

    /** {@return a numeric array column whose elements may be null, every digit kept, empty when null} */
    public List<BigDecimal> decimalsOrNulls(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : Collections.unmodifiableList(Arrays.asList((BigDecimal[]) array.getArray()));
    }

    /** {@return an integer array column, empty when null} */
    public List<Integer> integers(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    /** {@return a text array column, empty when null} */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
