package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a contagion run that is a job. */
enum ContagionRunError implements ErrorCode {
    /** As many of the city wait as may. */
    QUEUE_FULL(Code.QUEUE_FULL, 409, "等待的传染推演过多", "Too many contagion runs wait"),
    /** It has no result yet, or never will. */
    NOT_FINISHED(Code.NOT_FINISHED, 409, "传染推演尚未完成", "The contagion run is not finished"),
    /** It has ended. */
    ENDED(Code.ENDED, 409, "该传染推演已结束", "The contagion run has ended");

    private final ErrorDefinition definition;

    ContagionRunError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** {@return the problem, to be thrown} */
    ProblemException at(String pointer, @Nullable String value, LocalizedText text) {
        return new ProblemException(this, text, List.of(new ProblemError(pointer, value, code(), text, List.of())));
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String QUEUE_FULL = "contagion-run-queue-full";
        static final String NOT_FINISHED = "contagion-run-not-finished";
        static final String ENDED = "contagion-run-ended";

        private Code() {}
    }
}
