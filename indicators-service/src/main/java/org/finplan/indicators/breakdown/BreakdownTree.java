package org.finplan.indicators.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.target.TargetView;
import org.finplan.indicators.target.Targets;
import org.finplan.indicators.targetsetting.PartsBalance;
import org.finplan.indicators.targetsetting.TargetService;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.security.RegionScope;

/** Reads a target with all its parts: one round trip for the targets, one for what units answer for. */
@ApplicationScoped
class BreakdownTree {

    private final TargetService service;
    private final Targets targets;
    private final AllocationRepository allocations;
    private final PlanRegister register;
    private final RegionScope scope;

    BreakdownTree(
            TargetService service,
            Targets targets,
            AllocationRepository allocations,
            PlanRegister register,
            RegionScope scope) {
        this.service = service;
        this.targets = targets;
        this.allocations = allocations;
        this.register = register;
        this.scope = scope;
    }

    /** The parts as they were read, by region and by target. */
    private record Read(
            IndicatorDefinition indicator, Map<String, Target> targets, Map<UUID, List<Allocation>> allocations) {}

    /**
     * Reads the tree below a target.
     *
     * @param id id of the target
     * @param asOf the answer as it was known then
     * @return the tree; parts of regions that the caller may not see are left out, and so is the balance then
     * @throws org.finplan.platform.problem.ProblemException 404 when there is none that the caller may see
     */
    BreakdownView of(UUID id, Instant asOf) {
        TargetKey key = service.versions(id).get(0).key();
        List<String> regions = register.regions().subtree(key.region()).stream()
                .filter(scope.readable()::contains)
                .toList();
        Map<String, Target> byRegion = new HashMap<>();
        targets.read(key.plan(), List.of(key.indicator()), regions, asOf).stream()
                .filter(target -> target.key().year() == key.year()
                        && target.key().variant().equals(key.variant()))
                .forEach(target -> byRegion.put(target.key().region(), target));
        Target whole = byRegion.get(key.region());
        if (whole == null) {
            throw service.notFound(id);
        }
        Map<UUID, List<Allocation>> byTarget = new HashMap<>();
        allocations
                .current(byRegion.values().stream().map(Target::id).toList(), asOf)
                .forEach(part -> byTarget.computeIfAbsent(part.target(), target -> new ArrayList<>())
                        .add(part));
        IndicatorDefinition indicator =
                register.indicator(key.plan(), key.indicator()).orElse(null);
        return node(whole, new Read(indicator, byRegion, byTarget));
    }

    private BreakdownView node(Target whole, Read read) {
        Parts parts = Parts.of(register.regions(), whole.key().region(), whole.period());
        List<BreakdownView> regions = parts.all().stream()
                .map(read.targets()::get)
                .filter(part -> part != null)
                .map(part -> node(part, read))
                .toList();
        List<Allocation> units = read.allocations().getOrDefault(whole.id(), List.of()).stream()
                .filter(unit -> unit.value().signum() > 0)
                .toList();
        boolean additive =
                read.indicator() != null && PartsBalance.addsUp(read.indicator().measure()) && whole.value() != null;
        List<BigDecimal> values = parts.all().stream()
                .map(read.targets()::get)
                .filter(part ->
                        part != null && part.value() != null && part.kind().isLike(whole.kind()))
                .map(Target::value)
                .toList();
        boolean all = parts.all().stream().allMatch(scope.readable()::contains);
        return new BreakdownView(
                TargetView.of(
                        whole,
                        read.indicator() == null
                                ? null
                                : read.indicator().target().relative()),
                additive,
                additive && all ? PartsBalance.of(whole.value(), values) : null,
                additive
                        ? PartsBalance.of(
                                whole.value(),
                                units.stream().map(Allocation::value).toList())
                        : null,
                regions,
                units.stream().map(BreakdownView.UnitPart::of).toList(),
                parts.lacking(read.targets()::containsKey).stream()
                        .filter(scope.readable()::contains)
                        .toList());
    }
}
