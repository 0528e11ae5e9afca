package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an exit stands, and what may follow: the rules of the process, free of everything else.
 *
 * @param state how far it is
 * @param objectionDays calendar days after the notice on which objections count
 * @param listedOn the day it was listed
 * @param noticedOn the day of the notice, or null before it
 * @param decidedOn the day of the decision, or null before it
 * @param openObjections objections that wait for a decision
 * @param upheld whether an objection was upheld
 * @param lastOn the latest day of a step
 */
record ExitStanding(
        ExitState state,
        int objectionDays,
        LocalDate listedOn,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate decidedOn,
        int openObjections,
        boolean upheld,
        LocalDate lastOn) {

    /** Where it begins. */
    static ExitStanding listed(LocalDate on, int objectionDays) {
        return new ExitStanding(ExitState.LISTED, objectionDays, on, null, null, 0, false, on);
    }

    /** {@return the last day on which an objection counts; the day of the notice is not counted. Null before the notice} */
    @Nullable
    LocalDate objectionUntil() {
        return noticedOn == null ? null : noticedOn.plusDays(objectionDays);
    }

    /**
     * What stands against an action.
     *
     * @param action the action
     * @param on the day it is done
     * @return the first obstacle, empty when there is none
     */
    Optional<ExitObstacle> obstacle(ExitAction action, LocalDate on) {
        boolean noticed = state == ExitState.NOTICED;
        ExitObstacle found =
                switch (action) {
                    case PUBLISH_NOTICE -> state == ExitState.LISTED ? null : ExitObstacle.STATE;
                    case OBJECT -> noticed ? orElse(hasPassed(on), ExitObstacle.TERM_PASSED) : ExitObstacle.STATE;
                    case DECIDE_OBJECTION ->
                        noticed ? orElse(openObjections == 0, ExitObstacle.NO_OBJECTION) : ExitObstacle.STATE;
                    case CANCEL -> noticed ? againstCancelling(on) : ExitObstacle.STATE;
                    case KEEP -> state.isFinal() ? ExitObstacle.STATE : null;
                };
        return Optional.ofNullable(found);
    }

    /** {@return the first day an action may have: an objection that came in time may be entered after later steps} */
    LocalDate earliest(ExitAction action) {
        return action == ExitAction.OBJECT && noticedOn != null ? noticedOn : lastOn;
    }

    /** {@return what may be done on a day} */
    List<ExitAction> allowed(LocalDate on) {
        return Arrays.stream(ExitAction.values())
                .filter(action -> obstacle(action, on).isEmpty())
                .toList();
    }

    /**
     * Where it stands after an action that nothing stands against.
     *
     * @param action the action
     * @param on the day it is done
     * @param isUpheld of the decision on an objection, whether the objection was right
     * @return the next standing
     */
    ExitStanding after(ExitAction action, LocalDate on, boolean isUpheld) {
        return switch (action) {
            case PUBLISH_NOTICE -> with(ExitState.NOTICED, on, null, openObjections, upheld, on);
            case OBJECT -> with(state, noticedOn, null, openObjections + 1, upheld, on);
            case DECIDE_OBJECTION -> with(state, noticedOn, null, openObjections - 1, upheld || isUpheld, on);
            case CANCEL -> with(ExitState.CANCELLED, noticedOn, on, 0, false, on);
            case KEEP -> with(ExitState.KEPT, noticedOn, on, openObjections, upheld, on);
        };
    }

    private ExitStanding with(
            ExitState next,
            @Nullable LocalDate noticed,
            @Nullable LocalDate decided,
            int open,
            boolean right,
            LocalDate on) {
        LocalDate last = on.isAfter(lastOn) ? on : lastOn;
        return new ExitStanding(next, objectionDays, listedOn, noticed, decided, open, right, last);
    }

    private ExitObstacle againstCancelling(LocalDate on) {
        if (!hasPassed(on)) {
            return ExitObstacle.TERM_RUNS;
        }
        return openObjections > 0 ? ExitObstacle.OBJECTION_OPEN : orElse(upheld, ExitObstacle.OBJECTION_UPHELD);
    }

    private boolean hasPassed(LocalDate on) {
        LocalDate until = objectionUntil();
        return until != null && on.isAfter(until);
    }

    @Nullable
    private static ExitObstacle orElse(boolean stands, ExitObstacle obstacle) {
        return stands ? obstacle : null;
    }
}
