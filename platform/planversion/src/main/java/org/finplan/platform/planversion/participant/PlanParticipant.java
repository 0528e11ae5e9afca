package org.finplan.platform.planversion.participant;

import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;

/** What is of one program in taking part: its answer's event, and what a version does to it. One bean in each program. */
public interface PlanParticipant {

    /**
     * Makes the event that answers.
     *
     * @param plan plan code
     * @param version number of the version
     * @param fingerprint SHA-256 of the files that the program has
     * @param prepared whether the version is prepared
     * @param reason why not, null when it is
     * @return the event, one of {@link org.finplan.platform.events.PlanAnswered}
     */
    EventData answer(String plan, int version, String fingerprint, boolean prepared, LocalizedText reason);

    /**
     * Puts a version in force, in the transaction that does so; for this thread the register has the plans as they are with
     * it.
     *
     * @param read its package
     * @param version number of the version
     */
    void enforce(PlanPackage read, int version);
}
