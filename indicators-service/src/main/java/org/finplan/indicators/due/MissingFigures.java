package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.time.BusinessTime;

/** Finds due periods without a value, for a reader: one round trip each for targets, values and what was told. */
@ApplicationScoped
class MissingFigures {

    private final PlanRegister register;
    private final SeriesScope scope;
    private final Targets targets;
    private final DueFigures due;
    private final OverdueReportRepository reports;

    MissingFigures(
            PlanRegister register,
            SeriesScope scope,
            Targets targets,
            DueFigures due,
            OverdueReportRepository reports) {
        this.register = register;
        this.scope = scope;
        this.targets = targets;
        this.due = due;
        this.reports = reports;
    }

    /**
     * A due period without a value.
     *
     * @param indicator indicator code
     * @param name its name
     * @param region region code
     * @param period the period
     * @param dueOn the last day that is in time, a working day of the city
     * @param dueProvisional whether that day may still change, since its year has no notice of holidays yet
     * @param daysOverdue days since then
     * @param toldAt when report.overdue told of it, or null
     */
    @Schema(name = "MissingFigure")
    record Missing(
            String indicator,
            LocalizedText name,
            String region,
            String period,
            LocalDate dueOn,
            boolean dueProvisional,
            long daysOverdue,
            @Nullable Instant toldAt) {}

    /**
     * Lists what is missing.
     *
     * @param plan the plan
     * @param indicators indicators of the plan
     * @param region region code; null for the city and every region that has a target of its own
     * @param knowledge what was known; days overdue are counted to its instant
     * @return in the order of indicators, regions and periods
     */
    List<Missing> list(PlanPackage plan, List<IndicatorDefinition> indicators, String region, Knowledge knowledge) {
        LocalDate today = BusinessTime.dayOf(knowledge.asOf());
        Map<DueFigure.Key, OverdueReport> told = reports.told(plan.plan().code());
        return due.find(plan, indicators, expected(plan, indicators, region, knowledge), knowledge, today).stream()
                .filter(DueFigure::missing)
                .map(figure -> missing(plan, figure, toldAt(told.get(figure.key()), knowledge), today))
                .toList();
    }

    @Nullable
    private static Instant toldAt(@Nullable OverdueReport report, Knowledge knowledge) {
        return report == null || report.toldAt().isAfter(knowledge.asOf()) ? null : report.toldAt();
    }

    private Missing missing(PlanPackage plan, DueFigure figure, @Nullable Instant toldAt, LocalDate today) {
        DueFigure.Key key = figure.key();
        return new Missing(
                key.indicator(),
                register.indicatorName(plan.plan().code(), key.indicator()),
                key.region(),
                key.period().text(),
                figure.due().day(),
                figure.due().provisional(),
                ChronoUnit.DAYS.between(figure.due().day(), today),
                toldAt);
    }

    /** Where a target is, a value is due. */
    private Map<String, Set<String>> expected(
            PlanPackage plan, List<IndicatorDefinition> indicators, String region, Knowledge knowledge) {
        List<String> readable = scope.regions(region);
        Map<String, Set<String>> expected = new HashMap<>();
        for (IndicatorDefinition indicator : indicators) {
            Set<String> regions = new LinkedHashSet<>();
            if (region != null) {
                regions.add(region);
            } else if (readable.contains(plan.city())) {
                regions.add(plan.city());
            }
            expected.put(indicator.code(), regions);
        }
        if (region == null) {
            targets.read(plan.plan().code(), expected.keySet(), readable, knowledge.undatedAsOf()).stream()
                    .filter(Target::primary)
                    .forEach(target -> expected.get(target.key().indicator())
                            .add(target.key().region()));
        }
        return expected;
    }
}
