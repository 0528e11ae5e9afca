package org.finplan.indicators.due;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.reading.SeriesScope;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

/** Lists reports that were overdue, those that have arrived since among them. */
@Path("/api/v1/overdue-reports")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class OverdueReportResource {

    private static final int KEYS = 3;

    private final PlanScope plans;
    private final SeriesScope scope;
    private final OverdueReportRepository reports;
    private final PlanRegister register;
    private final Clock clock;

    OverdueReportResource(
            PlanScope plans, SeriesScope scope, OverdueReportRepository reports, PlanRegister register, Clock clock) {
        this.plans = plans;
        this.scope = scope;
        this.reports = reports;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A report that was overdue.
     *
     * @param indicator indicator code
     * @param name its name
     * @param region region code
     * @param regionName its name
     * @param period the period
     * @param dueOn the last day that was in time (Asia/Shanghai)
     * @param toldAt when report.overdue told of it
     * @param arrivedAt since when the figure is there; null while it is missing
     * @param daysLate days from dueOn to the arrival, or to today while it is missing
     */
    @Schema(name = "OverdueReport")
    record View(
            String indicator,
            LocalizedText name,
            String region,
            LocalizedText regionName,
            String period,
            LocalDate dueOn,
            Instant toldAt,
            @Nullable Instant arrivedAt,
            long daysLate) {}

    @GET
    @Operation(
            operationId = "listOverdueReports",
            summary = "Lists reports that were overdue, by indicator, region and period.",
            description =
                    "A row for each figure that was not there when its day was over and of which report.overdue told."
                            + " It stays when the figure arrives, with the time of the arrival; a figure that is taken back is"
                            + " missing again.")
    public Page<View> list(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String planCode,
            @QueryParam("indicator") @Parameter(description = "Indicator code; all when absent.") String indicator,
            @QueryParam("region") @Parameter(description = "Region code; all that the caller reads when absent.")
                    String region,
            @QueryParam("missing")
                    @Parameter(description = "true: what is missing still; false: what has arrived; both when absent.")
                    Boolean missing,
            @BeanParam CursorParameters page) {
        PlanPackage read = plans.require(planCode);
        String plan = read.plan().code();
        if (indicator != null && register.indicator(plan, indicator).isEmpty() && !register.retired(plan, indicator)) {
            throw ProblemException.invalidParameter(
                    "indicator",
                    indicator,
                    read.indicators().stream().map(IndicatorDefinition::code).toList());
        }
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

    private static List<String> after(List<String> keys, CursorParameters page) {
        if (keys.size() != KEYS) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
        return keys;
    }

    private View view(OverdueReport row, LocalDate today) {
        DueFigure.Key key = row.key();
        LocalDate until = row.arrivedAt() == null ? today : BusinessTime.dayOf(row.arrivedAt());
        return new View(
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
