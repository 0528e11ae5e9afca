package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a ranking of failures. */
enum RankingError implements ErrorCode {
    /** As many of the city wait as may. */
    QUEUE_FULL(Code.QUEUE_FULL, 409, "等待的排序作业过多", "Too many rankings wait"),
    /** It has no order yet, or never will. */
    NOT_DONE(Code.NOT_DONE, 409, "排序尚未完成", "The ranking is not done"),
    /** It has ended. */
    ENDED(Code.ENDED, 409, "该排序已结束", "The ranking has ended");

    private final ErrorDefinition definition;

    RankingError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** {@return the problem, to be thrown} */
    ProblemException at(String pointer, @Nullable String value, LocalizedText text, List<String> accepted) {
        return new ProblemException(this, text, List.of(new ProblemError(pointer, value, code(), text, accepted)));
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String QUEUE_FULL = "failure-ranking-queue-full";
        static final String NOT_DONE = "failure-ranking-not-done";
        static final String ENDED = "failure-ranking-ended";

        private Code() {}
    }
}
