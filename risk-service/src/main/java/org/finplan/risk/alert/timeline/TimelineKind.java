package org.finplan.risk.alert.timeline;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** What an entry of a timeline tells. */
public enum TimelineKind {
    RAISED("产生预警", "An alert was raised"),
    EVIDENCE("数据更新，预警依据随之更新", "New figures became the evidence"),
    LEVEL_RAISED("预警等级上调", "The level went up"),
    CAUSE_GONE("预警原因消失，待负责人关闭", "The cause is gone; whoever has charge closes the alert"),
    CAUSE_BACK("预警原因再次出现", "The cause is back"),
    RESOLVED("确认前预警原因已消失，自动解除", "The cause went before anybody took charge; the alert ended by itself"),
    RELAPSED("预警原因复现，重新预警", "The cause came back; the loop starts again"),
    ACKNOWLEDGED("确认预警", "Somebody took charge"),
    ACKNOWLEDGEMENT_LAPSED("确认期满未下达处置要求，待重新确认", "The acknowledgement lapsed; somebody must take charge anew"),
    OVERDUE("逾期未办，等级上调一级", "Something did not come in time; the level went up by one"),
    DISPOSAL_ORDERED("下达处置要求", "Handling was ordered"),
    FEEDBACK_RECORDED("登记处置反馈", "The result of the handling was recorded"),
    MONITORING_STARTED("转入持续监测", "Continued monitoring began"),
    CLOSED("关闭预警", "The alert was closed"),
    MOVED("机构迁至其他地区，预警随之转移", "The institution moved to another region, and the alert with it"),
    NOTE("工作记录", "A note on work done");

    private final String zh;
    private final String en;

    TimelineKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the name on the wire, also as it is stored} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the entry in one sentence} */
    public LocalizedText summary() {
        return new LocalizedText(zh, en);
    }

    static TimelineKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
