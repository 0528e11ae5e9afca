package org.finplan.risk.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How grave an alert is, from the mildest up: the four colours of Chinese early-warning practice. */
public enum Level {
    BLUE(1),
    YELLOW(2),
    ORANGE(3),
    RED(4);

    private final int rank;

    Level(int rank) {
        this.rank = rank;
    }

    /** {@return the name on the wire, such as {@code orange}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return 1 for blue up to 4 for red, as it is stored, so that lists sort by gravity} */
    public int rank() {
        return rank;
    }

    /** {@return the next graver level; red stays red} */
    public Level next() {
        return this == RED ? RED : ofRank(rank + 1);
    }

    /**
     * Compares two levels.
     *
     * @param other another level
     * @return whether this one is graver
     */
    public boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code orange}
     * @return the level, empty when there is none of that name
     */
    public static Optional<Level> find(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }

    /**
     * Reads a stored rank.
     *
     * @param rank 1 to 4
     * @return the level
     * @throws java.util.NoSuchElementException when there is no such rank
     */
    public static Level ofRank(int rank) {
        return Stream.of(values())
                .filter(level -> level.rank == rank)
                .findFirst()
                .orElseThrow();
    }
}
