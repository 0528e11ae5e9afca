package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.risk.job.JobState;

/** The states of contagion runs on the wire: those of jobs, with a word of its own for a run that has its result. */
final class ContagionRunState {

    static final String QUEUED = JobState.QUEUED.code();
    static final String FINISHED = "finished";

    static final List<String> CODES =
            List.of(QUEUED, JobState.RUNNING.code(), FINISHED, JobState.CANCELLED.code(), JobState.FAILED.code());

    private ContagionRunState() {}

    /** {@return share of a run that is done; null where nobody knows} */
    @Nullable
    static Double progress(String state) {
        if (state.equals(FINISHED)) {
            return 1.0;
        }
        return state.equals(QUEUED) ? 0.0 : null;
    }
}
