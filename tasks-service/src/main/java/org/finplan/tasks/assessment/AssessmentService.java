package org.finplan.tasks.assessment;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.assessment.TaskTally.Place;
import org.finplan.tasks.progress.VerifiedStatuses;
import org.finplan.tasks.supervision.scorecard.UnitCounts;
import org.finplan.tasks.supervision.scorecard.UnitScores;
import org.finplan.tasks.task.due.PlanLeaves;

/** Reckons assessment tables of what the caller sees, in a fixed number of statements. */
@ApplicationScoped
class AssessmentService {

    /** A table that somebody reads. A plan of 5,000 tasks with 30 regions has a few hundred lines. */
    private static final int MOST = 2_000;

    private final PlanRegister plans;
    private final PlanLeaves leaves;
    private final VerifiedStatuses verified;
    private final UnitScores scores;
    private final RegionScope scope;
    private final Caller caller;
    private final EveryRegion everyRegion;
    private final Clock clock;

    AssessmentService(
            PlanRegister plans,
            PlanLeaves leaves,
            VerifiedStatuses verified,
            UnitScores scores,
            RegionScope scope,
            Caller caller,
            EveryRegion everyRegion,
            Clock clock) {
        this.plans = plans;
        this.leaves = leaves;
        this.verified = verified;
        this.scores = scores;
        this.scope = scope;
        this.caller = caller;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    @Transactional
    AssessmentTableView read(@Nullable String code, @Nullable String period) {
        Plan plan = plan(code);
        AssessmentSpan span = AssessmentSpan.of(period, plan.horizon().start(), plan.lastDay())
                .orElseThrow(() -> ProblemException.invalidParameter("period", period, periods(plan)));
        // The database knows regions and no units: an officer of a unit is asked for beyond the regions of the token.
        boolean ofUnits = Set.of(RoleName.UNIT_OFFICER).containsAll(caller.roles());
        Set<String> units = ofUnits ? caller.units() : null;
        return ofUnits ? everyRegion.with(() -> table(plan.code(), span, units)) : table(plan.code(), span, null);
    }

    private AssessmentTableView table(String plan, AssessmentSpan span, @Nullable Set<String> units) {
        LocalDate today = BusinessTime.today(clock);
        String city = plans.city(plan);
        RegionSet regions = units == null ? scope.writable() : RegionSet.ALL;
        Map<Place, TaskTally> tasks = TaskTally.of(leaves.of(plan), verified.until(plan, span.end()), city, span);
        Map<Place, UnitCounts> matters = scores
                .of(new UnitScores.Wanted(plan, List.of(city), regions, units, span.start(), span.end(), today))
                .stream()
                .collect(Collectors.toMap(counts -> new Place(counts.unit(), counts.region()), Function.identity()));
        Set<Place> places = new HashSet<>(tasks.keySet());
        places.addAll(matters.keySet());
        List<AssessmentTableView.Line> lines = places.stream()
                .filter(place -> regions.contains(place.region()))
                .filter(place -> units == null || (place.unit() != null && units.contains(place.unit())))
                .sorted(Comparator.comparing(Place::region)
                        .thenComparing(Place::unit, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(MOST)
                .map(place -> AssessmentTableView.Line.of(
                        place,
                        tasks.getOrDefault(place, TaskTally.NONE),
                        matters.getOrDefault(place, UnitCounts.none(place.unit(), place.region()))))
                .toList();
        return new AssessmentTableView(plan, span.text(), span.start(), span.end(), today, lines);
    }

    private Plan plan(@Nullable String code) {
        if (code == null) {
            throw ProblemException.invalidParameter("plan", null, seen());
        }
        Optional<Plan> plan = plans.find(code).map(PlanPackage::plan);
        scope.requirePlan(code, plan.map(found -> plans.city(code)).orElse(""));
        return plan.orElseThrow(() -> ProblemException.invalidParameter("plan", code, seen()));
    }

    private List<String> seen() {
        return plans.codes().stream()
                .filter(code -> scope.readable().contains(plans.city(code)))
                .sorted()
                .toList();
    }

    private static List<String> periods(Plan plan) {
        return Stream.concat(
                        IntStream.rangeClosed(
                                        plan.horizon().start().getYear(),
                                        plan.lastDay().getYear())
                                .mapToObj(Integer::toString),
                        Stream.of(AssessmentSpan.MID_TERM))
                .toList();
    }
}
