package org.finplan.tasks.register;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a question about registers, or with a write to one. */
public enum RegisterError implements ErrorCode {
    /** No plan of the caller asks for a register of that code. */
    REGISTER_NOT_FOUND(Code.REGISTER_NOT_FOUND, 404, "没有该台账", "There is no such register"),
    /** The register has no such entry that the caller sees. */
    ENTRY_NOT_FOUND(Code.ENTRY_NOT_FOUND, 404, "台账中没有该条目", "The register has no such entry"),
    /** The plan in force asks for the register no more. */
    RETIRED(Code.RETIRED, 409, "台账已停用，不再接受写入", "The register is retired and takes no more writes"),
    /** The entry has left the register. */
    ENDED(Code.ENDED, 409, "条目已退出台账", "The entry has left the register"),
    /** The stage of the entry does not lead to the one that is asked for. */
    STAGE_NOT_ALLOWED(Code.STAGE_NOT_ALLOWED, 409, "当前阶段不能进入该阶段", "The stage does not follow the present one"),
    /** The register has no such stage. */
    UNKNOWN_STAGE(Code.UNKNOWN_STAGE, 422, "没有该阶段", "There is no such stage"),
    /** A stage was skipped, and nobody said why. */
    SKIPPED_WITHOUT_REASON(Code.SKIPPED_WITHOUT_REASON, 422, "跳过阶段须说明理由", "A skipped stage needs a reason"),
    /** Some body decides on the stage, and it was not named. */
    DECISION_MISSING(Code.DECISION_MISSING, 422, "请填写决定机构", "Say which body decided"),
    /** A day lies before the last one of the entry. */
    DATE_BEFORE_LAST(Code.DATE_BEFORE_LAST, 422, "日期早于上一阶段", "The date lies before the last one of the entry"),
    /** What has not happened yet is not recorded. */
    DATE_IN_FUTURE(Code.DATE_IN_FUTURE, 422, "日期在未来", "The date lies in the future"),
    /** The plan has no such region of its own. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "没有该地区", "There is no such region"),
    /** The plan has no such task. */
    UNKNOWN_TASK(Code.UNKNOWN_TASK, 422, "没有该任务", "There is no such task"),
    /** The plan has no such indicator. */
    UNKNOWN_INDICATOR(Code.UNKNOWN_INDICATOR, 422, "没有该指标", "There is no such indicator"),
    /** The fields do not say what the register asks for; every place is named. */
    FIELDS_REFUSED(Code.FIELDS_REFUSED, 422, "字段内容有误", "The fields do not say what the register asks for"),
    /** The register takes no assessments. */
    NOT_ASSESSED(Code.NOT_ASSESSED, 422, "该台账不作评估", "The register takes no assessments"),
    /** Of entries that were sent together some cannot be taken, so none was. */
    IMPORT_REFUSED(Code.IMPORT_REFUSED, 422, "批量登记有误，全部未登记", "Some of the entries cannot be taken, so none was");

    private final ErrorDefinition definition;

    RegisterError(String code, int status, String zh, String en) {
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
    public ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** {@return the problem without a place, to be thrown} */
    public ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String REGISTER_NOT_FOUND = "register-not-found";
        public static final String ENTRY_NOT_FOUND = "register-entry-not-found";
        public static final String RETIRED = "register-retired";
        public static final String ENDED = "register-entry-ended";
        public static final String STAGE_NOT_ALLOWED = "stage-not-allowed";
        public static final String UNKNOWN_STAGE = "unknown-stage";
        public static final String SKIPPED_WITHOUT_REASON = "skipped-stage-without-reason";
        public static final String DECISION_MISSING = "deciding-body-missing";
        public static final String DATE_BEFORE_LAST = "date-before-last-stage";
        public static final String DATE_IN_FUTURE = "date-in-future";
        public static final String UNKNOWN_REGION = "unknown-region";
        public static final String UNKNOWN_TASK = "unknown-task";
        public static final String UNKNOWN_INDICATOR = "unknown-indicator";
        public static final String FIELDS_REFUSED = "register-fields-refused";
        public static final String NOT_ASSESSED = "register-not-assessed";
        public static final String IMPORT_REFUSED = "register-import-refused";

        private Code() {}
    }
}
