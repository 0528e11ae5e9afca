package org.finplan.tasks.flag;

import java.util.UUID;
import org.finplan.tasks.flag.FlagReason.Figures;

/**
 * How a series stands against its path, by the newest period that could be judged.
 *
 * @param figures what was judged
 * @param event the event that brought the judgement
 */
record Attainment(Figures figures, UUID event) {

    /** {@return whether leaves that move the indicator are flagged for it} */
    boolean flags() {
        return figures.state().offPath();
    }
}
