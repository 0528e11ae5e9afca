package org.finplan.indicators.planlife;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a plan stands in its life. Each follows the one before; the first three by its package and the day, the others by people. */
public enum PlanStage {
    /** Its package says so, or its first day has not come: nothing is judged by it. */
    DRAFT,
    /** Judged, alerted, supervised. */
    IN_FORCE,
    /** Its last day has passed: what was judged stands, and corrections of figures of its own years are judged. */
    ENDED,
    /** People have drawn the balance of it. */
    EVALUATED,
    /** Read only. */
    ARCHIVED;

    /** {@return the name on the wire, such as {@code in-force}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PlanStage of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the stage that people may lead on to from here, empty where they may not} */
    public Optional<PlanStage> next() {
        return switch (this) {
            case DRAFT, IN_FORCE, ARCHIVED -> Optional.empty();
            case ENDED -> Optional.of(EVALUATED);
            case EVALUATED -> Optional.of(ARCHIVED);
        };
    }
}
