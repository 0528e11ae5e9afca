package org.finplan.risk.rule;

import java.math.BigDecimal;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;

/**
 * An indicator of a plan is behind its path or off course. The judgement of attainment is the indicators service's; this
 * rule says which of its states is a risk, and how grave. An indicator that has a rule of its own is left to that rule,
 * so that one cause never raises two alerts.
 */
public final class PlanIndicatorOffPath implements Rule {

    public static final String CODE = "plan-indicator-off-path";

    private static final LocalizedText NONE = new LocalizedText("–", "–");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public LocalizedText title(LocalizedText indicator, LocalizedText region) {
        return new LocalizedText(
                region.zh() + "：" + indicator.zh() + "落后于规划路径",
                region.en() + ": " + indicator.en() + " is behind the path of the plan");
    }

    /**
     * Whether this rule judges an indicator.
     *
     * @param indicator indicator code
     * @return false for an indicator with a rule of its own
     */
    public boolean covers(String indicator) {
        return !NplRatioAboveProvince.INDICATOR.equals(indicator);
    }

    /**
     * Judges the position of an indicator on its path.
     *
     * @param event the judgement of attainment
     * @param terms what is in force of this rule: levels of one behind its path and of one off course
     * @return the finding
     * @throws IllegalArgumentException for a state that the contract of the event does not know
     */
    public Finding judge(Event<AttainmentChanged> event, PlanTerms terms) {
        AttainmentChanged attainment = event.data();
        Figure actual = attainment.actual() == null
                ? null
                : new Figure(attainment.actual(), attainment.observation(), attainment.observationVersion());
        return new Finding(
                new Subject.PlanIndicator(CODE, attainment.plan(), attainment.indicator(), attainment.region()),
                terms.version(),
                attainment.period(),
                actual,
                Figure.reckoned(attainment.expected()),
                attainment.gap(),
                attainment.unit(),
                attainment.clause(),
                event.id(),
                verdict(attainment, terms));
    }

    private static Verdict verdict(AttainmentChanged attainment, PlanTerms terms) {
        return switch (attainment.state()) {
            case BEHIND -> terms.broken(1, compared(attainment, "落后于路径", "behind the path"));
            case OFF_COURSE -> terms.broken(2, compared(attainment, "偏离路径", "off course"));
            case ACHIEVED -> new Verdict.Clear(compared(attainment, "目标已实现", "the target is achieved"));
            case AHEAD -> new Verdict.Clear(compared(attainment, "快于路径", "ahead of the path"));
            case ON_COURSE -> new Verdict.Clear(compared(attainment, "符合路径", "on the path"));
            case NOT_ASSESSABLE ->
                new Verdict.NotAssessable(
                        "no-target",
                        new LocalizedText(
                                attainment.period() + "：没有可比较的目标或基准",
                                attainment.period() + ": there is no target or benchmark to hold the figure against"));
            case NO_DATA ->
                new Verdict.NotAssessable(
                        "no-figure",
                        new LocalizedText(attainment.period() + "：没有数据", attainment.period() + ": there is no figure"));
        };
    }

    private static LocalizedText compared(AttainmentChanged attainment, String zh, String en) {
        LocalizedText actual = text(attainment.actual(), attainment.expected(), attainment.unit());
        LocalizedText expected = text(attainment.expected(), attainment.actual(), attainment.unit());
        return new LocalizedText(
                "%s：实际 %s，路径 %s，%s".formatted(attainment.period(), actual.zh(), expected.zh(), zh),
                "%s: actual %s, path %s, %s".formatted(attainment.period(), actual.en(), expected.en(), en));
    }

    private static LocalizedText text(BigDecimal figure, BigDecimal other, String unit) {
        if (figure == null) {
            return NONE;
        }
        return other == null ? FigureText.of(figure, unit) : FigureText.of(figure, unit, other);
    }
}
