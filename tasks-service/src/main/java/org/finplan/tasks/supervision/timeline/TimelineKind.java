package org.finplan.tasks.supervision.timeline;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** What an entry of a timeline tells. */
public enum TimelineKind {
    REGISTERED("立项", "The matter was registered"),
    ASSIGNED("交办", "The matter was given to its unit"),
    ACKNOWLEDGED("签收", "The unit receipted it"),
    REPLIED("反馈", "The unit answered"),
    VERIFIED("核查通过", "The answer was checked and taken"),
    RETURNED("核查退回", "The answer was returned"),
    CLOSED("办结", "The matter was closed"),
    SCORED("考评", "The matter was scored"),
    URGED("催办", "The unit was urged"),
    LETTER("督办函", "A letter of supervision was written"),
    STEP_TAKEN("按阶梯提醒或上升", "A step of the ladder was taken"),
    SUSPENSION_ASKED("申请暂停计时", "A pause was asked for"),
    SUSPENSION_GRANTED("同意暂停计时", "The clock stands"),
    SUSPENSION_REFUSED("不同意暂停计时", "A pause was refused"),
    RESUMED("恢复计时", "The clock goes on"),
    WITHDRAWN("撤回申请", "A question was taken back"),
    EXTENSION_ASKED("申请延期", "More time was asked for"),
    EXTENSION_GRANTED("同意延期", "More time was granted"),
    EXTENSION_REFUSED("不同意延期", "More time was refused"),
    CALENDAR_CHANGED("工作日历变更，期限随之调整", "The calendar changed and moved the deadline"),
    CAUSE_AGAIN("原因再次出现", "The cause was met again"),
    CAUSE_GONE("原因消失", "The cause is gone; the matter goes on to its end");

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
