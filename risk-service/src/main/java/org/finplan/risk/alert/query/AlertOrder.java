package org.finplan.risk.alert.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.rule.Level;

/** The orders of the list of alerts; ties are broken by id in the same direction. */
enum AlertOrder {
    OLDEST("raisedAt", "raised_at", false),
    NEWEST("-raisedAt", "raised_at", true),
    LEAST_RECENT("updatedAt", "updated_at", false),
    MOST_RECENT("-updatedAt", "updated_at", true),
    MILDEST("level", "level", false),
    GRAVEST("-level", "level", true);

    private final String code;
    private final String column;
    private final boolean descending;

    AlertOrder(String code, String column, boolean descending) {
        this.code = code;
        this.column = column;
        this.descending = descending;
    }

    String code() {
        return code;
    }

    List<String> columns() {
        return List.of(column, "id");
    }

    boolean descending() {
        return descending;
    }

    /** {@return the order in SQL} */
    String sql() {
        String direction = descending ? " DESC" : "";
        return column + direction + ", id" + direction;
    }

    /** {@return the keys of an alert, as a cursor keeps them} */
    String[] keys(AlertView alert) {
        Object key =
                switch (this) {
                    case OLDEST, NEWEST -> alert.raisedAt();
                    case LEAST_RECENT, MOST_RECENT -> alert.updatedAt();
                    case MILDEST, GRAVEST -> alert.level();
                };
        return new String[] {key.toString(), alert.id().toString()};
    }

    /** {@return the values of {@link #columns()} that the keys of a cursor stand for} */
    List<Object> values(List<String> keys) {
        if (this == MILDEST || this == GRAVEST) {
            Level level = Level.find(keys.get(0)).orElseThrow(() -> TimePosition.damaged(keys));
            return List.of(level.rank(), TimePosition.id(keys));
        }
        return TimePosition.of(keys).keys();
    }

    static Optional<AlertOrder> find(String code) {
        return Stream.of(values()).filter(order -> order.code.equals(code)).findFirst();
    }
}
