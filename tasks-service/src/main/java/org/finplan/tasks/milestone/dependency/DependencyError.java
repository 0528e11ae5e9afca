package org.finplan.tasks.milestone.dependency;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a dependency. */
enum DependencyError implements ErrorCode {
    DEPENDENCY_NOT_FOUND(Code.DEPENDENCY_NOT_FOUND, 404, "没有该前置关系", "There is no such dependency"),
    REMOVED(Code.REMOVED, 409, "前置关系已经撤销", "The dependency is removed already"),
    EXISTS(Code.EXISTS, 409, "前置关系已经存在", "The dependency is there already"),
    UNKNOWN_PREDECESSOR(Code.UNKNOWN_PREDECESSOR, 422, "规划中没有该前置措施", "The plan has no such measure to wait for"),
    CIRCLE(Code.CIRCLE, 422, "前置关系成环", "The dependencies would run in a circle"),
    TOO_MANY(Code.TOO_MANY, 422, "前置关系过多", "The task waits for too many others");

    private final ErrorDefinition definition;

    DependencyError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /**
     * Makes the problem of one wrong place.
     *
     * @param pointer where the request is wrong
     * @param value what was sent there, or null
     * @param accepted what would be accepted, possibly not listed
     * @return the problem, to be thrown
     */
    ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /**
     * The problem of a circle, which names it.
     *
     * @param tasks the tasks of the circle, each waiting for the next, the first one last again
     * @return the problem, to be thrown
     */
    static ProblemException circle(List<String> tasks) {
        String way = String.join(" → ", tasks);
        LocalizedText detail = new LocalizedText(
                CIRCLE.title().zh() + "：" + way, CIRCLE.title().en() + ": " + way);
        return new ProblemException(
                CIRCLE, detail, List.of(new ProblemError("/predecessor", way, CIRCLE.code(), detail, List.of())));
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String DEPENDENCY_NOT_FOUND = "dependency-not-found";
        static final String REMOVED = "dependency-removed";
        static final String EXISTS = "dependency-exists";
        static final String UNKNOWN_PREDECESSOR = "unknown-predecessor";
        static final String CIRCLE = "dependency-circle";
        static final String TOO_MANY = "too-many-dependencies";

        private Code() {}
    }
}
