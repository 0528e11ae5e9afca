package org.finplan.risk.institution;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with an entry of the register. */
public enum InstitutionError implements ErrorCode {
    /** The register has that code already. */
    EXISTS(Code.EXISTS, 409, "该机构已登记", "The institution is registered already"),
    /** It was struck off, and nothing follows. */
    STATUS_FINAL(Code.STATUS_FINAL, 409, "该机构已注销", "The institution was struck off"),
    /** A text that cannot be a unified social credit code. */
    INVALID_USCC(Code.INVALID_USCC, 422, "统一社会信用代码格式有误", "Not a unified social credit code"),
    /** The last character of the code does not fit the others. */
    CHECK_DIGIT(Code.CHECK_DIGIT, 422, "统一社会信用代码校验位不符", "The check digit does not fit the credit code"),
    /** There is no such kind. */
    UNKNOWN_KIND(Code.UNKNOWN_KIND, 422, "未知机构类别", "Unknown kind of institution"),
    /** There is no such status. */
    UNKNOWN_STATUS(Code.UNKNOWN_STATUS, 422, "未知机构状态", "Unknown status of an institution"),
    /** Nobody knows a region of that code. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "未知地区", "Unknown region"),
    /** The register has nothing of that code that the caller sees. */
    UNKNOWN_INSTITUTION(Code.UNKNOWN_INSTITUTION, 422, "未登记的机构", "The institution is not registered"),
    /** A date that does not go with another one. */
    DATES_CONTRADICT(Code.DATES_CONTRADICT, 422, "日期相互矛盾", "The dates contradict each other");

    private final ErrorDefinition definition;

    InstitutionError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        /** {@link InstitutionError#EXISTS}. */
        public static final String EXISTS = "institution-exists";
        /** {@link InstitutionError#STATUS_FINAL}. */
        public static final String STATUS_FINAL = "institution-cancelled";
        /** {@link InstitutionError#INVALID_USCC}. */
        public static final String INVALID_USCC = "invalid-uscc";
        /** {@link InstitutionError#CHECK_DIGIT}. */
        public static final String CHECK_DIGIT = "uscc-check-digit";
        /** {@link InstitutionError#UNKNOWN_KIND}. */
        public static final String UNKNOWN_KIND = "unknown-kind";
        /** {@link InstitutionError#UNKNOWN_STATUS}. */
        public static final String UNKNOWN_STATUS = "unknown-status";
        /** {@link InstitutionError#UNKNOWN_REGION}. */
        public static final String UNKNOWN_REGION = "unknown-region";
        /** {@link InstitutionError#UNKNOWN_INSTITUTION}. */
        public static final String UNKNOWN_INSTITUTION = "unknown-institution";
        /** {@link InstitutionError#DATES_CONTRADICT}. */
        public static final String DATES_CONTRADICT = "dates-contradict";

        private Code() {}
    }
}
