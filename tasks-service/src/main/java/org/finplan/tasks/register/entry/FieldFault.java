package org.finplan.tasks.register.entry;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** What can be wrong with the value of a field. */
enum FieldFault {
    /** The register has no such field. */
    UNKNOWN_FIELD("台账没有这个字段", "The register has no such field"),
    /** A field that is needed says nothing. */
    MISSING_FIELD("缺少必填字段", "The field is missing"),
    /** The value has not the form that its type asks for. */
    MALFORMED_FIELD("字段写法不对", "The field is malformed"),
    /** The value names what is not there. */
    UNKNOWN_REFERENCE("引用了不存在的内容", "The field refers to what is not there");

    private final LocalizedText message;

    FieldFault(String zh, String en) {
        this.message = new LocalizedText(zh, en);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LocalizedText message() {
        return message;
    }
}
