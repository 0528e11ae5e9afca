package org.finplan.indicators.planversion;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows from the answers of the programs. */
enum Decision {
    /** Some have not answered, and nobody refused. */
    WAIT,
    /** All have prepared the version. */
    ENFORCE,
    /** One refused it, which is enough. */
    ABANDON;

    /**
     * Decides.
     *
     * @param participants names of the programs that have to prepare a version; none for a service that runs alone
     * @param answers what was answered, by others as well
     * @return the decision, the same in whatever order the answers came
     */
    static Decision on(Set<String> participants, Collection<Answer> answers) {
        if (answers.stream().anyMatch(answer -> !answer.prepared() && participants.contains(answer.participant()))) {
            return ABANDON;
        }
        Set<String> prepared = answers.stream()
                .filter(Answer::prepared)
                .map(Answer::participant)
                .collect(Collectors.toSet());
        return prepared.containsAll(participants) ? ENFORCE : WAIT;
    }
}
