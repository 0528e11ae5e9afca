package org.finplan.risk.network.fact;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with facts. */
enum FactError implements ErrorCode {
    /** There is no such kind. */
    UNKNOWN_KIND(Code.UNKNOWN_KIND, 422, "没有该类事实", "No such kind of fact"),
    /** A field is missing that its kind needs. */
    REQUIRED(Code.REQUIRED, 422, "缺少必填项", "Field missing"),
    /** A field that its kind does not have. */
    NOT_OF_KIND(Code.NOT_OF_KIND, 422, "该类事实没有此项", "Not a field of this kind"),
    /** A value that is no amount, day or code, or is outside of what it may be. */
    INVALID(Code.INVALID, 422, "取值无效", "Value not valid"),
    /** The same contract stands twice in a table, and says different things. */
    CONTRADICTS(Code.CONTRADICTS, 422, "同一表内同一事实自相矛盾", "The same fact twice in one table, with different values"),
    /** A correction names another firm, number or day. */
    KEY_CHANGED(Code.KEY_CHANGED, 422, "更正不得改变其标识", "A correction keeps what names the fact"),
    /** A correction says why. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "更正须说明原因", "A correction needs a reason"),
    /** A table has faults, and nothing was stored. */
    IMPORT_REFUSED(Code.IMPORT_REFUSED, 422, "导入被拒绝，未保存任何内容", "Import refused, nothing was stored"),
    /** A table has more rows than are taken at once. */
    TOO_LARGE(Code.TOO_LARGE, 413, "导入的行数过多", "Too many rows"),
    /** A text that is no table, or whose columns are none of the kind. */
    MALFORMED_TABLE(Code.MALFORMED_TABLE, 400, "表格无法读取", "The table cannot be read"),
    /** It is recorded already. */
    EXISTS(Code.EXISTS, 409, "该事实已有记录", "The fact is recorded already"),
    /** A firm is not taken back while something is recorded about it. */
    IN_USE(Code.IN_USE, 409, "仍有事实涉及该企业", "Other facts are about the firm"),
    /** It was taken back. */
    WITHDRAWN(Code.WITHDRAWN, 409, "该事实已撤回", "The fact was taken back");

    private final ErrorDefinition definition;

    FactError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_KIND = "unknown-fact-kind";
        static final String REQUIRED = "fact-field-required";
        static final String NOT_OF_KIND = "fact-field-not-of-kind";
        static final String INVALID = "fact-field-invalid";
        static final String CONTRADICTS = "fact-contradicts";
        static final String KEY_CHANGED = "fact-key-changed";
        static final String REASON_REQUIRED = "fact-reason-required";
        static final String IMPORT_REFUSED = "fact-import-refused";
        static final String TOO_LARGE = "fact-import-too-large";
        static final String MALFORMED_TABLE = "malformed-fact-table";
        static final String EXISTS = "fact-exists";
        static final String IN_USE = "fact-in-use";
        static final String WITHDRAWN = "fact-withdrawn";

        private Code() {}
    }
}
