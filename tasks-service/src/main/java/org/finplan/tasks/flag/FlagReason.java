package org.finplan.tasks.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.LocalizedText;

/** Says in both languages why a leaf is flagged or no longer flagged, with the figures that were judged. */
final class FlagReason {

    private FlagReason() {}

    /**
     * The figures behind a flag.
     *
     * @param indicator name of the indicator
     * @param region name of the region
     * @param period period judged
     * @param state state of the indicator
     * @param actual value judged, or null
     * @param expected value expected on the path, or null
     * @param gap actual minus expected, or null
     * @param target target value, or null
     * @param unit name of the unit, or null
     */
    record Figures(
            LocalizedText indicator,
            LocalizedText region,
            String period,
            AttainmentState state,
            BigDecimal actual,
            BigDecimal expected,
            BigDecimal gap,
            BigDecimal target,
            LocalizedText unit) {}

    /**
     * Says why a leaf is flagged.
     *
     * @param figures the figures
     * @return the reason
     */
    static LocalizedText raised(Figures figures) {
        boolean off = figures.state() == AttainmentState.OFF_COURSE;
        return new LocalizedText(
                subjectZh(figures) + (off ? "偏离预期路径" : "落后于预期路径") + partsZh(figures),
                subjectEn(figures) + (off ? " is off course" : " is behind its path") + partsEn(figures));
    }

    /**
     * Says why a leaf is no longer flagged.
     *
     * @param figures the figures of the newest period that could be judged
     * @return the reason
     */
    static LocalizedText cleared(Figures figures) {
        return new LocalizedText(
                subjectZh(figures) + "已回到预期路径" + partsZh(figures),
                subjectEn(figures) + " is no longer behind its path" + partsEn(figures));
    }

    /**
     * Says that nothing is left to judge, because the figure was withdrawn.
     *
     * @param indicator name of the indicator
     * @param region name of the region
     * @return the reason
     */
    static LocalizedText nothingToJudge(LocalizedText indicator, LocalizedText region) {
        return new LocalizedText(
                "“" + indicator.zh() + "”（" + region.zh() + "）目前没有可评价的数据",
                indicator.en() + " (" + region.en() + ") has no figure left that can be judged");
    }

    private static String subjectZh(Figures figures) {
        return "“" + figures.indicator().zh() + "”（" + figures.region().zh() + "，" + figures.period() + "）";
    }

    private static String subjectEn(Figures figures) {
        return figures.indicator().en() + " (" + figures.region().en() + ", " + figures.period() + ")";
    }

    private static String partsZh(Figures figures) {
        String unit = figures.unit() == null ? "" : figures.unit().zh();
        List<String> parts = new ArrayList<>();
        add(parts, "实际 ", figures.actual(), unit);
        add(parts, "应达 ", figures.expected(), unit);
        add(parts, "差距 ", figures.gap(), unit);
        add(parts, "目标 ", figures.target(), unit);
        return parts.isEmpty() ? "" : "：" + String.join("，", parts);
    }

    private static String partsEn(Figures figures) {
        String unit = figures.unit() == null ? "" : unitEn(figures.unit().en());
        List<String> parts = new ArrayList<>();
        add(parts, "actual ", figures.actual(), unit);
        add(parts, "expected ", figures.expected(), unit);
        add(parts, "gap ", figures.gap(), unit);
        add(parts, "target ", figures.target(), unit);
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    /** A unit that begins with a number, such as "100 million yuan", must not run into the figure before it. */
    private static String unitEn(String name) {
        return (Character.isDigit(name.charAt(0)) ? " × " : " ") + name;
    }

    private static void add(List<String> parts, String label, BigDecimal value, String unit) {
        if (value != null) {
            parts.add(label + value.toPlainString() + unit);
        }
    }
}
