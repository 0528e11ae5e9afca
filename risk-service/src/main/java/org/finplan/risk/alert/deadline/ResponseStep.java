package org.finplan.risk.alert.deadline;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** What an alert waits for. */
public enum ResponseStep {
    /** That somebody takes charge. */
    ACCEPT("确认", "taking charge"),
    /** That somebody orders what is to be done. */
    PLAN("下达处置要求", "ordering the handling"),
    /** That the unit that was told to act tells what came of it. */
    FEEDBACK("登记处置反馈", "feedback on the handling");

    private final String zh;
    private final String en;

    ResponseStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return that it did not come in time, in one sentence} */
    public LocalizedText overdue() {
        return new LocalizedText("逾期未" + zh + "。", "Overdue: " + en + ".");
    }
}
