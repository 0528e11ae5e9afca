package org.finplan.indicators.observation;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which time a figure counts as known at an instant. */
public enum KnowledgeAxis {
    /** By when it was known here: both recorded and released. Whatever arrives later, the answer at an instant stays the same. */
    RECORDED("known_at"),
    /**
     * By when its source released it, whenever it was recorded; what names no day of release was released by recording it. What
     * arrives later with a day of release before an instant belongs to the answer at it. Targets and formulas, which are not
     * released, count as they stand now.
     */
    RELEASED("coalesce(released_at, recorded_at)");

    private final String column;

    KnowledgeAxis(String column) {
        this.column = column;
    }

    /** {@return the instant of a version on this axis, in SQL} */
    String column() {
        return column;
    }

    /** {@return the order of the versions of a figure on this axis, the oldest first, in SQL} */
    String order() {
        return this == RECORDED ? "version" : column + ", version";
    }

    /** {@return the order of the versions of a figure on this axis, the newest first, in SQL} */
    String newestFirst() {
        return this == RECORDED ? "version DESC" : column + " DESC, version DESC";
    }

    /**
     * Words a statement for each axis.
     *
     * @param statement takes the instant of a version, the newest first and the oldest first, in this order
     * @return the statement of each axis
     */
    static Map<KnowledgeAxis, String> each(String statement) {
        Map<KnowledgeAxis, String> statements = new EnumMap<>(KnowledgeAxis.class);
        for (KnowledgeAxis axis : values()) {
            statements.put(axis, statement.formatted(axis.column, axis.newestFirst(), axis.order()));
        }
        return statements;
    }

    /** {@return the instant of a version on this axis} */
    public Instant of(Observation version) {
        return this == RECORDED ? version.knownAt() : version.releasedAt();
    }

    /**
     * Finds an axis by its code.
     *
     * @param code recorded or released
     * @return the axis, empty when there is none
     */
    public static Optional<KnowledgeAxis> find(String code) {
        return Arrays.stream(values()).filter(axis -> axis.code().equals(code)).findFirst();
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(KnowledgeAxis::code).toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
