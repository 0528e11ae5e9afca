package org.finplan.indicators.planversion;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with publishing a version of a plan package. */
public enum PackageVersionError implements ErrorCode {
    /** One version of a plan is prepared at a time. */
    PREPARING(Code.PREPARING, 409, "另一版本正在准备", "Another version is being prepared"),
    /** The package is the one in force. */
    UNCHANGED(Code.UNCHANGED, 409, "与现行版本相同", "The same as the version in force"),
    /** Only a version that is being prepared can be given up. */
    NOT_PREPARING(Code.NOT_PREPARING, 409, "该版本已有定论", "The version is decided");

    private final ErrorDefinition definition;

    PackageVersionError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        /** One version of a plan is prepared at a time. */
        public static final String PREPARING = "package-version-preparing";
        /** The package is the one in force. */
        public static final String UNCHANGED = "package-unchanged";
        /** Only a version that is being prepared can be given up. */
        public static final String NOT_PREPARING = "package-version-decided";

        private Code() {}
    }
}
