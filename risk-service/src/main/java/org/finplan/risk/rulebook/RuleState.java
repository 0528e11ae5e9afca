package org.finplan.risk.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a version of a rule is. It goes one step at a time; retired is the end. */
enum RuleState {
    /** Written down. */
    DRAFT,
    /** Tried against all that was reported. */
    TESTED,
    /** Compared with the version in force on live reports, without warning anybody. */
    SHADOW,
    /** In force. */
    PUBLISHED,
    /** Replaced, withdrawn or given up. */
    RETIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the states from which this one is reached} */
    List<RuleState> before() {
        return switch (this) {
            case DRAFT -> List.of();
            case TESTED -> List.of(DRAFT, TESTED);
            case SHADOW -> List.of(TESTED);
            case PUBLISHED -> List.of(SHADOW);
            case RETIRED -> List.of(DRAFT, TESTED, SHADOW, PUBLISHED);
        };
    }

    static Optional<RuleState> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
