package org.finplan.platform.plan.difference;

import java.util.Locale;

/** The kinds of things that a plan package says, in the order in which differences are told. */
public enum PlanPart {
    /** The plan itself; there is one. */
    PLAN("规划", "plan"),
    /** A unit of measure. */
    UNIT("计量单位", "unit"),
    /** A region, or one that is only compared with. */
    REGION("地区", "region"),
    /** A clause of the text. */
    CLAUSE("条款", "clause"),
    /** A series of figures; those of the indicators are among them. */
    SERIES("序列", "series"),
    /** An indicator, without its target. */
    INDICATOR("指标", "indicator"),
    /** The target of an indicator, under the code of the indicator. */
    TARGET("目标", "target"),
    /** A kind of work. */
    VERB("工作方式", "verb"),
    /** A node of the tree of tasks. */
    TASK("任务", "task"),
    /** An organisation. */
    ORGANISATION("机构", "organisation"),
    /** An information system. */
    SYSTEM("系统", "system"),
    /** A figure of the text, a target of a district among them. */
    FACT("规划数字", "fact"),
    /** A published figure. */
    PUBLISHED_FIGURE("公布数字", "published figure"),
    /** A formula. */
    FORMULA("公式", "formula"),
    /** The holidays and make-up working days of a year, under the year. */
    HOLIDAY_NOTICE("节假日通知", "holiday notice"),
    /** What a series counts, from a day on. */
    DEFINITION("口径", "definition"),
    /** What lies between two definitions that follow each other. */
    DEFINITION_BREAK("口径间断", "break"),
    /** By which definition a figure is. */
    FIGURE_DEFINITION("数字的口径", "definition of a figure"),
    /** By which definition a target was set, under the code of its series. */
    TARGET_DEFINITION("目标的口径", "definition of a target"),
    /** A register that the plan asks for, without the entries that it names. */
    REGISTER("台账", "register"),
    /** An entry that the plan names, under the codes of its register and itself. */
    REGISTER_ENTRY("台账条目", "register entry");

    private final String zh;
    private final String en;

    PlanPart(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** {@return the code, such as {@code published_figure}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Names it.
     *
     * @param english whether the reader prefers English
     * @return the name in that language
     */
    public String name(boolean english) {
        return english ? en : zh;
    }
}
