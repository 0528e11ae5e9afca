package org.finplan.indicators.planpackage;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a plan package that is sent. */
public enum PlanPackageError implements ErrorCode {
    /** Something is wrong with it; each place says its own. */
    REFUSED(Code.REFUSED, 422, "规划套件有问题，未采用", "The plan package is refused");

    private final ErrorDefinition definition;

    PlanPackageError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        /** Something is wrong with it. */
        public static final String REFUSED = "plan-package-refused";

        private Code() {}
    }
}
