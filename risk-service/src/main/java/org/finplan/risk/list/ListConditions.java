package org.finplan.risk.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;
import org.jdbi.v3.core.statement.SqlStatement;

/** The conditions that the rows of a list meet. Every value is bound, none is written into the statement. */
public final class ListConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> arrays = new HashMap<>();

    /**
     * Starts with the regions that the caller reads.
     *
     * @param regions what the row may be of
     */
    public ListConditions(RegionSet regions) {
        if (!regions.all()) {
            conditions.add("region = ANY (:readable)");
            arrays.put("readable", List.copyOf(regions.codes()));
        }
    }

    /**
     * Asks for one value of a column.
     *
     * @param column the column
     * @param value the value, or null for any
     * @return this
     */
    public ListConditions equal(String column, Object value) {
        return value == null ? this : and(column + " = :" + column, Map.of(column, value));
    }

    /**
     * Asks for one of several values of a column.
     *
     * @param column the column
     * @param codes the values
     * @return this
     */
    public ListConditions anyOf(String column, Collection<String> codes) {
        arrays.put(column, List.copyOf(codes));
        return and(column + " = ANY (:" + column + ")", Map.of());
    }

    /**
     * Asks for what follows a position in the order of the list.
     *
     * @param columns the columns of the order, all in the same direction
     * @param descending whether the order goes down
     * @param keys the values of the columns in the last row seen, or null for the start of the list
     * @return this
     */
    public ListConditions after(List<String> columns, boolean descending, List<?> keys) {
        if (keys == null) {
            return this;
        }
        Map<String, Object> bound = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            names.add(":after" + i);
            bound.put("after" + i, keys.get(i));
        }
        String comparison = descending ? " < " : " > ";
        return and("(" + String.join(", ", columns) + ")" + comparison + "(" + String.join(", ", names) + ")", bound);
    }

    /**
     * Adds a condition.
     *
     * @param condition SQL with named parameters
     * @param parameters their values
     * @return this
     */
    public ListConditions and(String condition, Map<String, ?> parameters) {
        conditions.add(condition);
        values.putAll(parameters);
        return this;
    }

    /** {@return the clause with a space before it, empty when nothing is asked for} */
    public String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * Binds the values of the clause.
     *
     * @param statement the statement that it is part of
     * @param <S> its type
     * @return the statement
     */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        statement.bindMap(values);
        arrays.forEach((name, codes) -> statement.bindArray(name, String.class, codes));
        return statement;
    }
}
