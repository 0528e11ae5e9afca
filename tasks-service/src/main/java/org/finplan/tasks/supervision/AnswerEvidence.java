package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** What evidence asks of matters whose answers cite observations. */
@ApplicationScoped
public class AnswerEvidence {

    private final ClimbRepository climbs;

    AnswerEvidence(ClimbRepository climbs) {
        this.climbs = climbs;
    }

    /**
     * Counts up the versions of matters, because an observation that their answers cite changed: whoever checks an answer has to see
     * it first. Locks them until the transaction ends.
     *
     * @param matters ids of the matters
     */
    public void changed(Collection<UUID> matters) {
        if (!matters.isEmpty()) {
            climbs.countUp(matters);
        }
    }
}
