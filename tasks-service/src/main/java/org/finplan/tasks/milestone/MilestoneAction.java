package org.finplan.tasks.milestone;

import java.util.Arrays;
import java.util.List;

/**
 * What can be done to a milestone. An achieved one is taken back before anything else is done to it, so that no plan is fitted to
 * what happened.
 */
enum MilestoneAction {
    REVISE("revise", MilestoneState.PLANNED),
    ACHIEVE("achieve", MilestoneState.PLANNED),
    TAKE_BACK("take-back", MilestoneState.ACHIEVED),
    REMOVE("remove", MilestoneState.PLANNED);

    private final String label;
    private final MilestoneState from;

    MilestoneAction(String label, MilestoneState from) {
        this.label = label;
        this.from = from;
    }

    /** {@return the name in {@code allowedActions}} */
    String label() {
        return label;
    }

    /** {@return whether a state allows it, whoever asks} */
    boolean allowedIn(MilestoneState state) {
        return state == from;
    }

    /** {@return the names of what a state allows} */
    static List<String> allowed(MilestoneState state) {
        return Arrays.stream(values())
                .filter(action -> action.allowedIn(state))
                .map(MilestoneAction::label)
                .toList();
    }
}
