package org.finplan.risk.rulebook.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;

/** How sure the text of a limit is. Only a confirmed one may state a breach; the others warn, and no higher than yellow. */
public enum SourceStatus {
    /** The text of the regulation itself was read. */
    CONFIRMED(Level.RED),
    /** Somebody else's account of the text was read. */
    SECONDARY(Level.YELLOW),
    /** Nobody has read it. */
    UNCONFIRMED(Level.YELLOW);

    private final Level highest;

    SourceStatus(Level highest) {
        this.highest = highest;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a rule of this status may say. It is asked in one place, of everything that any rule says.
     *
     * @param verdict what the figures say
     * @return the same of a confirmed rule; of any other a warning instead of a breach, no graver than allowed
     */
    public Verdict said(Verdict verdict) {
        return this == CONFIRMED ? verdict : verdict.unconfirmed(highest);
    }

    /**
     * The level that a rule of this status may give.
     *
     * @param level the level by the figures
     * @return the same, or the highest that is allowed
     */
    public Level cap(Level level) {
        return level.isAbove(highest) ? highest : level;
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code secondary}
     * @return the status, empty when there is none of that name
     */
    public static Optional<SourceStatus> find(String code) {
        return Stream.of(values()).filter(value -> value.code().equals(code)).findFirst();
    }
}
