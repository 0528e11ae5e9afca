package org.finplan.indicators.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The current row of a query. Absent values are null. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
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

    /** {@return a timestamp column} */
    public Instant instant(String column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** {@return a uuid column} */
    public UUID uuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    /** {@return a numeric array column, every digit kept, empty when null} */
    public List<BigDecimal> decimals(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((BigDecimal[]) array.getArray());
    }

    /** {@return a text array column, empty when null} */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
