package org.finplan.tasks.flag;

import java.time.Instant;
import java.util.UUID;
import org.finplan.tasks.flag.FlagReason.Figures;

/**
 * The newest judgement of a series.
 *
 * @param figures what was judged
 * @param event the event that told it
 * @param assessedAt when it was judged
 */
record Assessment(Figures figures, UUID event, Instant assessedAt) {

    /** {@return whether leaves that move the indicator are flagged for it} */
    boolean flags() {
        return figures.state().equals("behind") || figures.state().equals("off-course");
    }
}
