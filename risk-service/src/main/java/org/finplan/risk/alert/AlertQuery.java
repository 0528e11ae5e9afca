package org.finplan.risk.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Level;

/**
 * Which alerts are asked for, and in which order.
 *
 * @param state state, or null for any
 * @param level level, or null for any
 * @param region region code, or null for any
 * @param indicator indicator code, or null for any
 * @param rule rule code, or null for any
 * @param sort order
 */
record AlertQuery(AlertState state, Level level, String region, String indicator, String rule, Sort sort) {

    /** The orders; ties are broken by id in the same direction. */
    enum Sort {
        OLDEST("raisedAt", "raisedAt", false),
        NEWEST("-raisedAt", "raisedAt", true),
        LEAST_RECENT("updatedAt", "updatedAt", false),
        MOST_RECENT("-updatedAt", "updatedAt", true),
        MILDEST("level", "levelRank", false),
        GRAVEST("-level", "levelRank", true);

        private final String code;
        private final String attribute;
        private final boolean descending;

        Sort(String code, String attribute, boolean descending) {
            this.code = code;
            this.attribute = attribute;
            this.descending = descending;
        }

        String code() {
            return code;
        }

        String attribute() {
            return attribute;
        }

        boolean descending() {
            return descending;
        }

        boolean byLevel() {
            return this == MILDEST || this == GRAVEST;
        }

        /** {@return the sort key of an alert, as a cursor keeps it} */
        String key(Alert alert) {
            return switch (this) {
                case OLDEST, NEWEST -> alert.raisedAt.toString();
                case LEAST_RECENT, MOST_RECENT -> alert.updatedAt.toString();
                case MILDEST, GRAVEST -> alert.level.code();
            };
        }

        static Optional<Sort> find(String code) {
            return Stream.of(values()).filter(sort -> sort.code.equals(code)).findFirst();
        }
    }

    /** {@return the filters that are set, by attribute of {@link Alert}} */
    Map<String, Object> filters() {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("state", state);
        filters.put("level", level);
        filters.put("region", region);
        filters.put("indicator", indicator);
        filters.put("rule", rule);
        filters.values().removeIf(value -> value == null);
        return filters;
    }
}
