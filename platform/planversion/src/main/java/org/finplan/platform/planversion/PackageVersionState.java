package org.finplan.platform.planversion;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a version of a plan package stands in one program. */
public enum PackageVersionState {
    /** Published, and not in force: some program may not have prepared it yet. */
    PREPARING,
    /** What the plan says. One version of a plan at most. */
    IN_FORCE,
    /** A later version took its place. */
    SUPERSEDED,
    /** It never comes in force. */
    ABANDONED;

    /** What happens to a version. */
    public enum Move {
        /** Every program has prepared it. */
        ENFORCE,
        /** A program refused it, or its author gave it up. */
        ABANDON,
        /** A later version is in force. */
        SUPERSEDE
    }

    /**
     * Where a move leads. A move that comes again, or too late, leads nowhere: events may come twice.
     *
     * @param move what happens
     * @return the state then, empty when the version stays as it is
     */
    public Optional<PackageVersionState> after(Move move) {
        PackageVersionState next =
                switch (move) {
                    case ENFORCE -> this == PREPARING ? IN_FORCE : this;
                    case ABANDON -> this == PREPARING ? ABANDONED : this;
                    case SUPERSEDE -> this == PREPARING || this == IN_FORCE ? SUPERSEDED : this;
                };
        return Optional.of(next).filter(state -> state != this);
    }

    /** {@return the state on the wire and in the database, such as {@code in-force}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a state.
     *
     * @param code as {@link #code} writes it
     * @return the state
     */
    public static PackageVersionState of(String code) {
        return Stream.of(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
