package org.finplan.tasks.supervision.opening;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.tasks.supervision.CauseKind;
import org.finplan.tasks.supervision.SupervisionOpening;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.ladder.Ladders;
import org.finplan.tasks.workday.CityCalendars;

/** Follows causes that events tell: opens a matter for each as the rules say, one at a time. */
@ApplicationScoped
public class Causes {

    private static final int LONGEST_UNIT = 80;

    private final OpeningRules rules;
    private final SupervisionOpening opening;
    private final Ladders ladders;
    private final CityCalendars calendars;
    private final PlanRegister plans;

    Causes(
            OpeningRules rules,
            SupervisionOpening opening,
            Ladders ladders,
            CityCalendars calendars,
            PlanRegister plans) {
        this.rules = rules;
        this.opening = opening;
        this.ladders = ladders;
        this.calendars = calendars;
        this.plans = plans;
    }

    /**
     * A series of figures, as a cause speaks of it.
     *
     * @param plan plan code
     * @param indicator indicator code
     * @param region region code
     * @param name names of indicator and region
     */
    public record About(String plan, String indicator, String region, LocalizedText name) {

        String key(CauseKind kind) {
            return String.join("/", kind.code(), plan, indicator, region);
        }
    }

    /**
     * An indicator is behind its path, by the newest period that could be judged.
     *
     * @param about the series
     * @param reason the judgement in words
     */
    public void behind(About about, LocalizedText reason) {
        follow(
                new SupervisionOpening.Caused(
                        CauseKind.INDICATOR_BEHIND,
                        about.key(CauseKind.INDICATOR_BEHIND),
                        both(
                                "追赶进度：" + about.name().zh(),
                                "Catch up: " + about.name().en()),
                        about.region(),
                        about.region(),
                        about.plan(),
                        null,
                        both(reason.zh(), reason.en())),
                null);
    }

    /**
     * An indicator is behind no more.
     *
     * @param about the series
     * @param reason what is known now, in words
     */
    public void back(About about, LocalizedText reason) {
        opening.causeGone(
                about.key(CauseKind.INDICATOR_BEHIND), CauseKind.INDICATOR_BEHIND, both(reason.zh(), reason.en()));
    }

    /** A figure that was due is not there. */
    void overdue(About about, String period, LocalDate dueOn) {
        follow(
                new SupervisionOpening.Caused(
                        CauseKind.REPORT_OVERDUE,
                        about.key(CauseKind.REPORT_OVERDUE),
                        both(
                                "补报数据：" + about.name().zh() + "（" + period + "）",
                                "Report the figure: " + about.name().en() + " (" + period + ")"),
                        about.region(),
                        about.region(),
                        about.plan(),
                        null,
                        both(
                                about.name().zh() + " " + period + " 的数据应于 " + dueOn + " 前报送，尚未收到。",
                                "The figure of " + about.name().en() + " for " + period + " was due on " + dueOn
                                        + " and is not there.")),
                null);
    }

    /** The handling of an alert was ordered. */
    void ordered(UUID alert, String region, String unit, String instruction, LocalDate dueOn) {
        follow(
                new SupervisionOpening.Caused(
                        CauseKind.DISPOSAL_ORDERED,
                        CauseKind.DISPOSAL_ORDERED.code() + "/" + alert,
                        both(
                                "处置预警：" + plans.regionName(region).zh(),
                                "Handle the alert: " + plans.regionName(region).en()),
                        unit.length() > LONGEST_UNIT ? unit.substring(0, LONGEST_UNIT) : unit,
                        region,
                        null,
                        alert,
                        instruction),
                dueOn);
    }

    private void follow(SupervisionOpening.Caused cause, @Nullable LocalDate due) {
        // Figures of the province, or of a plan that is not here, give nobody here cause to act.
        if (plans.regions().find(cause.region()).filter(Causes::isOwn).isEmpty()) {
            return;
        }
        String city = calendars.of(cause.region()).city();
        OpeningRule rule = rules.of(city, cause.kind());
        Ladder ladder = ladders.newest(city, rule.ladder()).orElse(null);
        if (!rule.enabled() || ladder == null) {
            return;
        }
        opening.open(rule.unit() == null ? cause : of(cause, rule.unit()), ladder, rule.workingDays(), due);
    }

    /** A matter has one title and one cause, in the words of whoever opens it: the suite says both languages. */
    private static String both(String zh, String en) {
        return zh + " / " + en;
    }

    private static boolean isOwn(RegionDefinition region) {
        return !region.reference();
    }

    private static SupervisionOpening.Caused of(SupervisionOpening.Caused cause, String unit) {
        return new SupervisionOpening.Caused(
                cause.kind(),
                cause.key(),
                cause.title(),
                unit,
                cause.region(),
                cause.plan(),
                cause.alert(),
                cause.text());
    }
}
