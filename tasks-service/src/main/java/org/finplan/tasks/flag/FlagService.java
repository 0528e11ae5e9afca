package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.supervision.opening.Causes;
import org.finplan.tasks.task.Leaf;
import org.finplan.tasks.task.Leaves;
import org.finplan.tasks.task.TaskStatusPublisher;
import org.finplan.tasks.task.TaskStatusPublisher.Change;

/**
 * Flags and clears the leaves that an indicator concerns, in sets. A leaf concerns the region of the figure when it names
 * no region (the whole city), or names the region, one around it or one inside it. Every method runs in the caller's
 * transaction.
 */
@ApplicationScoped
public class FlagService {

    private final AttainmentRepository attainments;
    private final FlagRepository flags;
    private final Leaves leaves;
    private final TaskStatusPublisher publisher;
    private final Causes causes;
    private final PlanRegister plans;
    private final Clock clock;

    FlagService(
            AttainmentRepository attainments,
            FlagRepository flags,
            Leaves leaves,
            TaskStatusPublisher publisher,
            Causes causes,
            PlanRegister plans,
            Clock clock) {
        this.attainments = attainments;
        this.flags = flags;
        this.leaves = leaves;
        this.publisher = publisher;
        this.causes = causes;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Brings the flags of a plan in line after its tree was loaded: links may be new, and figures may have come first.
     *
     * @param plan plan code
     */
    public void recomputePlan(String plan) {
        flags.deleteUnlinked(plan, leaves.indicatorLinks(plan));
        attainments.series(plan).forEach(this::recompute);
    }

    /**
     * Brings the flags of one series in line with its newest judgement and publishes every leaf that changed. After the end
     * of its plan no period is newer: the flags stay as the last one of the plan set them.
     *
     * @param series the series
     */
    void recompute(Series series) {
        recompute(series, newest(series));
    }

    private void recompute(Series series, Optional<Attainment> newest) {
        if (isInCity(series) && newest.filter(Attainment::flags).isPresent()) {
            raise(series, newest.get());
        } else {
            clear(series, newest);
        }
    }

    private Optional<Attainment> newest(Series series) {
        return plans.find(series.plan())
                .flatMap(read -> attainments.newest(series, read.plan().lastDay()));
    }

    /**
     * Follows a judgement that is new: flags and clears, and gives supervision cause to act while the plan runs.
     *
     * @param series the series
     */
    void follow(Series series) {
        Optional<Attainment> newest = newest(series);
        recompute(series, newest);
        boolean runs = plans.find(series.plan())
                .filter(read -> !read.plan().lastDay().isBefore(BusinessTime.today(clock)))
                .isPresent();
        if (!runs || !isInCity(series)) {
            return;
        }
        newest.map(Attainment::figures).ifPresent(figures -> {
            LocalizedText name = new LocalizedText(
                    figures.region().zh() + figures.indicator().zh(),
                    figures.indicator().en() + ", " + figures.region().en());
            Causes.About about = new Causes.About(series.plan(), series.indicator(), series.region(), name);
            if (figures.state().offPath()) {
                causes.behind(about, FlagReason.raised(figures));
            } else {
                causes.back(about, FlagReason.cleared(figures));
            }
        });
    }

    private void raise(Series series, Attainment attainment) {
        LocalizedText reason = FlagReason.raised(attainment.figures());
        Instant now = clock.instant();
        List<Leaf> concerned = leaves.lockConcerned(series.plan(), series.indicator(), related(series.region()));
        Map<String, Boolean> written = flags.raise(series, ids(concerned), attainment, reason, now);
        leaves.countUp(series.plan(), written.keySet());
        concerned.stream()
                .filter(leaf -> written.getOrDefault(leaf.key().id(), false))
                .forEach(leaf -> publish(leaf, true, reason, series, now));
    }

    private void clear(Series series, Optional<Attainment> newest) {
        List<Leaf> flagged = leaves.lock(series.plan(), flags.flaggedFor(series));
        if (flagged.isEmpty()) {
            return;
        }
        Set<String> cleared = flags.clear(series, ids(flagged));
        leaves.countUp(series.plan(), cleared);
        Set<String> stillFlagged = flags.flaggedAmong(series.plan(), cleared);
        LocalizedText reason = newest.map(Attainment::figures)
                .map(FlagReason::cleared)
                .orElseGet(() -> FlagReason.nothingToJudge(
                        plans.indicatorName(series.plan(), series.indicator()), plans.regionName(series.region())));
        Instant now = clock.instant();
        flagged.stream()
                .filter(leaf -> cleared.contains(leaf.key().id()))
                .forEach(leaf -> publish(leaf, stillFlagged.contains(leaf.key().id()), reason, series, now));
    }

    private void publish(Leaf leaf, boolean flagged, LocalizedText reason, Series series, Instant now) {
        publisher.publish(leaf, new Change(leaf.status(), flagged, reason, series.indicator(), series.region(), now));
    }

    private static List<String> ids(List<Leaf> leaves) {
        return leaves.stream().map(leaf -> leaf.key().id()).toList();
    }

    /** Figures of the province or of a plan that is not loaded are kept, but concern no leaf. */
    private boolean isInCity(Series series) {
        return plans.find(series.plan()).isPresent()
                && plans.territory(series.plan()).contains(series.region());
    }

    private List<String> related(String region) {
        RegionHierarchy regions = plans.regions();
        List<String> related = new ArrayList<>(regions.subtree(region));
        related.addAll(regions.ancestors(region));
        related.add(region);
        return related;
    }
}
