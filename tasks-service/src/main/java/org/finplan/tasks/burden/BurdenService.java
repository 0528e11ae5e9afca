package org.finplan.tasks.burden;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.progress.ReportCounts;
import org.finplan.tasks.supervision.OpenMatters;
import org.finplan.tasks.supervision.OpenMatters.OpenMatter;
import org.finplan.tasks.task.search.AskedLeaves;
import org.finplan.tasks.task.search.AskedLeaves.AskedLeaf;
import org.finplan.tasks.task.search.AskedLeaves.Wanted;
import org.finplan.tasks.task.search.TaskPosition;

/** Lists who is asked for what: first the leaves in the order of their plans, then the open matters, newest first. */
@ApplicationScoped
class BurdenService {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int LONGEST_UNIT = 100;

    private final AskedLeaves leaves;
    private final OpenMatters matters;
    private final DemandData data;
    private final ReportCounts reports;
    private final PlanRegister plans;
    private final PlanScope planScope;
    private final RegionScope scope;
    private final Clock clock;

    BurdenService(
            AskedLeaves leaves,
            OpenMatters matters,
            DemandData data,
            ReportCounts reports,
            PlanRegister plans,
            PlanScope planScope,
            RegionScope scope,
            Clock clock) {
        this.leaves = leaves;
        this.matters = matters;
        this.data = data;
        this.reports = reports;
        this.plans = plans;
        this.planScope = planScope;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    Page<DemandView> list(@Nullable String unit, PageParameters paging) {
        if (unit != null && (unit.isBlank() || unit.length() > LONGEST_UNIT)) {
            throw ProblemException.invalidParameter("unit", unit, List.of("441202", "zq-gov"));
        }
        Map<String, String> cities = planScope.codes().stream().collect(Collectors.toMap(plan -> plan, plans::city));
        Wanted wanted = new Wanted(cities, scope.readable(), unit);
        List<Demand> rows =
                rows(wanted, paging.after().map(BurdenService::place).orElse(Place.START), paging.limit() + 1);
        Long total = paging.countsExactly() ? leaves.count(wanted) + matters.count(unit) : null;
        Page<Demand> page = Page.of(rows, paging.limit(), demand -> cursor(paging, demand), total);
        return new Page<>(views(page.items(), cities), page.nextCursor(), page.total());
    }

    private List<Demand> rows(Wanted wanted, Place after, int limit) {
        List<Demand> rows = new ArrayList<>();
        if (after.matter() == null) {
            leaves.list(wanted, after.leaf(), limit).forEach(leaf -> rows.add(new Demand.OfLeaf(leaf)));
        }
        if (rows.size() < limit) {
            matters.list(wanted.unit(), after.matter(), limit - rows.size())
                    .forEach(matter -> rows.add(new Demand.OfMatter(matter)));
        }
        return rows;
    }

    private List<DemandView> views(List<Demand> demands, Map<String, String> cities) {
        List<List<Datum>> figures = data.of(demands, cities);
        List<AskedLeaf> asked = demands.stream()
                .filter(Demand.OfLeaf.class::isInstance)
                .map(demand -> ((Demand.OfLeaf) demand).asked())
                .toList();
        // The leaves come first, so that a leaf has the same place among them as among all.
        Map<Integer, ReportCounts.Count> counts = reports.since(
                asked.stream().map(AskedLeaf::key).toList(),
                asked.stream().map(AskedLeaf::region).toList(),
                clock.instant().minus(YEAR));
        List<DemandView> views = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            if (demand instanceof Demand.OfLeaf leaf) {
                views.add(view(leaf.asked(), counts.get(i), figures.get(i)));
            } else if (demand instanceof Demand.OfMatter matter) {
                views.add(view(matter.matter(), figures.get(i)));
            }
        }
        return views;
    }

    private DemandView view(AskedLeaf leaf, @Nullable ReportCounts.Count count, List<Datum> figures) {
        return new DemandView(
                DemandKind.PROGRESS,
                leaf.key().plan(),
                leaf.key().id(),
                null,
                leaf.title(),
                leaf.region(),
                plans.regionName(leaf.region()),
                leaf.lead(),
                null,
                null,
                count == null ? 0 : count.reports(),
                count == null ? null : count.lastFor(),
                figures.stream().map(DemandView.DatumView::of).toList(),
                twice(figures));
    }

    private DemandView view(OpenMatter matter, List<Datum> figures) {
        return new DemandView(
                DemandKind.SUPERVISION,
                matter.plan(),
                matter.task(),
                matter.id(),
                new LocalizedText(matter.title(), matter.title()),
                matter.region(),
                plans.regionName(matter.region()),
                matter.unit(),
                null,
                matter.due(),
                null,
                null,
                figures.stream().map(DemandView.DatumView::of).toList(),
                twice(figures));
    }

    private static boolean twice(List<Datum> figures) {
        return figures.stream().anyMatch(figure -> !figure.twice().isEmpty());
    }

    /**
     * A position in the list.
     *
     * @param leaf position among the leaves, or null before them or after them
     * @param matter id of the last matter seen, or null before the matters
     */
    private record Place(
            @Nullable AskedLeaves.Position leaf, @Nullable UUID matter) {

        static final Place START = new Place(null, null);
    }

    private static String cursor(PageParameters paging, Demand demand) {
        if (demand instanceof Demand.OfLeaf leaf) {
            return paging.cursor(
                    leaf.asked().key().plan(),
                    Integer.toString(leaf.asked().ordinal()),
                    leaf.asked().region());
        }
        return paging.cursor(demand.self().id());
    }

    /** A cursor is not signed: its keys may be anything. */
    private static Place place(List<String> keys) {
        try {
            return keys.size() == 1
                    ? new Place(null, UUID.fromString(keys.get(0)))
                    : new Place(
                            new AskedLeaves.Position(
                                    new TaskPosition(0, keys.get(0), Integer.parseInt(keys.get(1))), keys.get(2)),
                            null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
