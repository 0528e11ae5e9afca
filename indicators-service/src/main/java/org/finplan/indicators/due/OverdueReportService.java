package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

/** Reads what was overdue, as far as the caller may see it. */
@ApplicationScoped
class OverdueReportService {

    private static final int KEYS = 3;

    private final PlanScope plans;
    private final SeriesScope scope;
    private final OverdueReportRepository reports;
    private final PlanRegister register;
    private final Clock clock;

    OverdueReportService(
            PlanScope plans, SeriesScope scope, OverdueReportRepository reports, PlanRegister register, Clock clock) {
        this.plans = plans;
        this.scope = scope;
        this.reports = reports;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Lists what was overdue.
     *
     * @param plan plan code
     * @param indicator indicator code, or null for all
     * @param region region code, or null for all that the caller reads
     * @param missing whether it is missing still, or null for both
     * @param page the page
     * @return in the order of indicators, regions and periods
     * @throws ProblemException 400 for an unknown plan or indicator, 404 for an unknown region
     */
    @Transactional
    Page<OverdueReportView> list(
            String plan,
            @Nullable String indicator,
            @Nullable String region,
            @Nullable Boolean missing,
            CursorParameters page) {
        PlanPackage read = plans.require(plan);
        requireKnown(read, indicator);
        List<OverdueReport> rows = reports.page(
                plan,
                indicator,
                region == null ? null : scope.regions(region),
                missing,
                page.after().map(keys -> after(keys, page)).orElse(null),
                page.limit() + 1);
        LocalDate today = BusinessTime.today(clock);
        return Page.of(rows, page.limit(), row -> page.cursor(OverdueReportRepository.keys(row)), null)
                .map(row -> view(row, today));
    }

    private void requireKnown(PlanPackage plan, @Nullable String indicator) {
        String code = plan.plan().code();
        if (indicator != null && register.indicator(code, indicator).isEmpty() && !register.retired(code, indicator)) {
            throw ProblemException.invalidParameter(
                    "indicator",
                    indicator,
                    plan.indicators().stream().map(IndicatorDefinition::code).toList());
        }
    }

    private static List<String> after(List<String> keys, CursorParameters page) {
        if (keys.size() != KEYS) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
        return keys;
    }

    private OverdueReportView view(OverdueReport row, LocalDate today) {
        DueFigure.Key key = row.key();
        LocalDate until = row.arrivedAt() == null ? today : BusinessTime.dayOf(row.arrivedAt());
        return new OverdueReportView(
                key.indicator(),
                register.indicatorName(row.plan(), key.indicator()),
                key.region(),
                register.regionName(key.region()),
                key.period().text(),
                row.dueOn(),
                row.toldAt(),
                row.arrivedAt(),
                ChronoUnit.DAYS.between(row.dueOn(), until));
    }
}
