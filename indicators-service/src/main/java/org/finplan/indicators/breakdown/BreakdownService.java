package org.finplan.indicators.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.targetsetting.BindingTargetLimit;
import org.finplan.indicators.targetsetting.PartsBalance;
import org.finplan.indicators.targetsetting.TargetContent;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.indicators.targetsetting.TargetFaults;
import org.finplan.indicators.targetsetting.TargetRequest;
import org.finplan.indicators.targetsetting.TargetService;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Breaks targets down to the regions directly inside and to units: all parts or none. */
@ApplicationScoped
class BreakdownService {

    private static final int MOST_PARTS = 200;

    private final TargetService service;
    private final AllocationRepository allocations;
    private final BindingTargetLimit limit;
    private final PlanRegister register;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final SeriesLock lock;
    private final RecordingTime time;
    private final ClosedPlans closed;

    BreakdownService(
            TargetService service,
            AllocationRepository allocations,
            BindingTargetLimit limit,
            PlanRegister register,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            SeriesLock lock,
            RecordingTime time,
            ClosedPlans closed) {
        this.service = service;
        this.allocations = allocations;
        this.limit = limit;
        this.register = register;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.lock = lock;
        this.time = time;
        this.closed = closed;
    }

    /**
     * Breaks a target down.
     *
     * @param id id of the target
     * @param ifMatch the header {@code If-Match}
     * @param request the parts; parts that are not named stay as they are
     * @throws org.finplan.platform.problem.ProblemException 403, 404, 412, 428, or 422 with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void breakDown(UUID id, String ifMatch, BreakdownRequest request) {
        TargetKey key = newest(id).key();
        scope.requireWritable(key.region());
        lock.acquire(List.of(key.indicator()));
        closed.requireOpen(key.plan(), key.indicator());
        Target whole = newest(id);
        Preconditions.requireMatch(ifMatch, EntityTags.of(whole.version()));
        IndicatorDefinition indicator =
                register.indicator(key.plan(), key.indicator()).orElse(null);
        TargetFaults faults = new TargetFaults();
        checkWhole(whole, indicator, request, faults);
        List<TargetContent> regions = regions(whole, request, faults);
        List<Allocation> units = units(whole, indicator, request, faults);
        faults.rejectAny();
        service.store(regions, whole.planVersion(), "/regions");
        allocations.insert(units);
        limit.check(key.plan(), List.of(key.indicator()), "/regions");
        List<BigDecimal> parts = allocations.current(List.of(id), RecordingTime.END).stream()
                .map(Allocation::value)
                .toList();
        limit.check(whole, parts, "/units");
        audit.record(
                "target.break-down",
                "/api/v1/targets/" + id,
                key.region(),
                regions.size() + " regions, " + units.size() + " units");
    }

    private Target newest(UUID id) {
        List<Target> versions = service.versions(id);
        return versions.get(versions.size() - 1);
    }

    private static void checkWhole(
            Target whole, IndicatorDefinition indicator, BreakdownRequest request, TargetFaults faults) {
        int parts =
                request == null ? 0 : request.regions().size() + request.units().size();
        if (parts < 1 || parts > MOST_PARTS) {
            faults.add("regions", parts, TargetError.PARTS_OUT_OF_BOUNDS, List.of("1.." + MOST_PARTS));
            faults.rejectAny();
        }
        boolean addsUp = indicator != null && PartsBalance.addsUp(indicator.measure());
        if (!addsUp || whole.value() == null || whole.upper() != null || !whole.primary()) {
            faults.add(
                    "", whole.key().indicator(), TargetError.TARGET_DOES_NOT_ADD_UP, List.of("stock", "flow", "count"));
            faults.rejectAny();
        }
    }

    private List<TargetContent> regions(Target whole, BreakdownRequest request, TargetFaults faults) {
        TargetKey key = whole.key();
        List<String> inside =
                Parts.of(register.regions(), key.region(), whole.period()).all();
        List<TargetContent> contents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.regions().size(); i++) {
            faults.inside("/regions/" + i);
            BreakdownRequest.RegionPart part = request.regions().get(i);
            if (part == null || part.region() == null) {
                faults.missing("region");
            } else if (!inside.contains(part.region()) || !seen.add(part.region())) {
                faults.add("region", part.region(), TargetError.UNKNOWN_REGION, inside);
            } else {
                contents.add(service.read(target(whole, part, request), faults));
            }
        }
        faults.inside("");
        return contents;
    }

    private static TargetRequest target(Target whole, BreakdownRequest.RegionPart part, BreakdownRequest request) {
        TargetKey key = whole.key();
        return new TargetRequest(
                key.plan(),
                key.indicator(),
                part.region(),
                key.year(),
                whole.comparator().code(),
                part.value(),
                null,
                request.unit(),
                part.baseline(),
                part.path(),
                null,
                whole.nature() == null ? null : whole.nature().code(),
                whole.kind().code(),
                null,
                request.reason());
    }

    private List<Allocation> units(
            Target whole, IndicatorDefinition indicator, BreakdownRequest request, TargetFaults faults) {
        Unit own = register.series().unit(indicator.unit()).orElseThrow();
        Unit unit =
                register.series().unit(request.unit()).filter(own::convertsTo).orElse(null);
        if (unit == null && !request.units().isEmpty()) {
            faults.add("unit", request.unit(), TargetError.UNKNOWN_UNIT, List.of(own.code()));
            return List.of();
        }
        Set<String> known = organisations(whole.key().plan());
        Map<String, Allocation> before = new HashMap<>();
        allocations.current(List.of(whole.id()), RecordingTime.END).forEach(part -> before.put(part.unit(), part));
        Instant now = time.now();
        List<Allocation> parts = new ArrayList<>();
        for (int i = 0; i < request.units().size(); i++) {
            faults.inside("/units/" + i);
            BreakdownRequest.UnitPart part = request.units().get(i);
            if (part == null || !known.remove(part.unit())) {
                faults.add("unit", part == null ? null : part.unit(), TargetError.UNKNOWN_ORGANISATION, List.of());
            } else if (part.value() == null || part.value().signum() < 0) {
                faults.add("value", part.value(), TargetError.FIELD_MISSING, List.of("0.."));
            } else {
                Allocation last = before.get(part.unit());
                BigDecimal value = unit.convert(part.value(), own);
                parts.add(new Allocation(
                        whole.id(),
                        whole.key().region(),
                        part.unit(),
                        last == null ? 1 : last.version() + 1,
                        value,
                        request.reason(),
                        now,
                        caller.subject()));
            }
        }
        faults.inside("");
        return parts;
    }

    private Set<String> organisations(String plan) {
        return register.find(plan).orElseThrow().organisations().stream()
                .map(Organisation::code)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
