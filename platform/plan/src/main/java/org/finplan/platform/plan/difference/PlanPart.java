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
    /** A definition of a series. */
    DEFINITION("统计口径", "definition"),
    /** What is said of the break between two definitions. */
    DEFINITION_BREAK("口径间断", "break of definitions"),
    /** By which definition a figure of the package is. */
    DEFINITION_OF_FIGURE("数字的口径", "definition of a figure"),
    /** By which definition a target was set. */
    DEFINITION_OF_TARGET("目标的口径", "definition of a target");

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
