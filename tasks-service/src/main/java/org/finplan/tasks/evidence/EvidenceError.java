package org.finplan.tasks.evidence;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with evidence. */
public enum EvidenceError implements ErrorCode {
    /** A piece of evidence lacks what its kind needs. */
    INCOMPLETE(Code.INCOMPLETE, 422, "佐证不完整", "The evidence lacks something");

    private final ErrorDefinition definition;

    EvidenceError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /**
     * Refuses evidence that lacks something.
     *
     * @param evidence what was sent
     * @param pointer where it stands in the request, such as {@code /evidence}
     * @throws ProblemException 422 {@code evidence-incomplete} with the place that is empty
     */
    public static void requireComplete(List<EvidenceRequest> evidence, String pointer) {
        for (int i = 0; i < evidence.size(); i++) {
            String missing = evidence.get(i).missing();
            if (missing != null) {
                throw INCOMPLETE.at(pointer + "/" + i + "/" + missing);
            }
        }
    }

    private ProblemException at(String pointer) {
        return new ProblemException(
                this, title(), List.of(new ProblemError(pointer, null, code(), title(), List.of())));
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String INCOMPLETE = "evidence-incomplete";

        private Code() {}
    }
}
