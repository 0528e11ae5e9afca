package org.finplan.tasks.supervision.ladder;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A version of a ladder. What is registered keeps the version that it began with.
 *
 * @param code its name
 * @param version 1 for the first
 * @param name its name for readers
 * @param workingDays the time that a matter has whose deadline nobody says
 * @param steps its steps
 */
public record Ladder(String code, int version, LocalizedText name, int workingDays, List<LadderStep> steps) {

    public Ladder {
        steps = List.copyOf(steps);
    }
}
