package org.finplan.tasks.task;

import java.util.Arrays;
import java.util.List;

/** How deep a node stands in the tree of a plan. */
public enum TaskLevel {
    /** An area of work, at the top. */
    AREA("area"),
    /** A section of an area. */
    SECTION("section"),
    /** An item of a section. */
    ITEM("item"),
    /** A single measure, the deepest that a plan package names. */
    MEASURE("measure"),
    /** What the city means to do for a measure in one year; never from a package. */
    WORK_POINT("work-point");

    private final String code;

    TaskLevel(String code) {
        this.code = code;
    }

    /** {@return the name on the wire and in the database} */
    public String code() {
        return code;
    }

    /** {@return whether progress is reported on it} */
    public boolean isLeaf() {
        return this == MEASURE || this == WORK_POINT;
    }

    /**
     * Finds a level.
     *
     * @param code its name, of a node that is stored
     * @return the level
     */
    public static TaskLevel of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** {@return all names} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(TaskLevel::code).toList();
    }
}
