package org.finplan.indicators.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.plan.PlanVersion;
import org.finplan.indicators.plan.PlanVersions;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.targetsetting.BindingTargetLimit;
import org.finplan.indicators.targetsetting.TargetContent;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.indicators.targetsetting.TargetFaults;
import org.finplan.indicators.targetsetting.TargetRequest;
import org.finplan.indicators.targetsetting.TargetService;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Adjusts plans: all targets that change, as one further version of the plan, or none. */
@ApplicationScoped
class PlanVersionService {

    private static final int MOST_TARGETS = 500;
    private static final int LONGEST_TEXT = 500;

    private final PlanVersions versions;
    private final TargetService service;
    private final PlanScope plans;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final BindingTargetLimit limit;
    private final SeriesLock lock;
    private final RecordingTime time;
    private final ClosedPlans closed;

    PlanVersionService(
            PlanVersions versions,
            TargetService service,
            PlanScope plans,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            BindingTargetLimit limit,
            SeriesLock lock,
            RecordingTime time,
            ClosedPlans closed) {
        this.versions = versions;
        this.service = service;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.limit = limit;
        this.lock = lock;
        this.time = time;
        this.closed = closed;
    }

    /**
     * Reads the versions of a plan.
     *
     * @param code plan code
     * @return the versions, the plan as issued first
     * @throws ProblemException 404 when there is no such plan
     */
    List<PlanVersion> versions(String code) {
        return versions.of(plan(code).plan());
    }

    /**
     * Adjusts a plan.
     *
     * @param code plan code
     * @param ifMatch the header {@code If-Match} with the newest version of the plan
     * @param request what changes
     * @return the new version of the plan
     * @throws ProblemException 403, 404, 412, 428, or 422 with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PlanVersion adjust(String code, String ifMatch, PlanVersionRequest request) {
        String city = plan(code).city();
        scope.requireWritable(city);
        lock.acquire(List.of("plan:" + code));
        closed.requireOpen(code);
        int before = versions.current(code);
        Preconditions.requireMatch(ifMatch, EntityTags.of(before));
        TargetFaults faults = new TargetFaults();
        if (request == null) {
            faults.missing("");
            faults.rejectAny();
        }
        checkDocument(request, faults);
        List<TargetContent> contents = read(code, request.targets(), faults);
        faults.rejectAny();
        for (int i = 0; i < contents.size(); i++) {
            scope.requireWritable(contents.get(i).key().region(), "/targets/" + i + "/region");
        }
        lock.acquire(contents.stream().map(content -> content.key().indicator()).toList());
        PlanVersion next = new PlanVersion(
                code, before + 1, request.title(), request.reference(), request.reason(), time.now(), caller.subject());
        versions.add(next);
        service.store(contents, next.version(), "/targets");
        limit.check(
                code,
                contents.stream().map(content -> content.key().indicator()).collect(Collectors.toSet()),
                "/targets");
        audit.record(
                "plan.adjust",
                "/api/v1/plans/" + code + "/versions/" + next.version(),
                city,
                next.title() + ": " + contents.size() + " targets");
        return next;
    }

    private static void checkDocument(PlanVersionRequest request, TargetFaults faults) {
        text("title", request.title(), faults);
        text("reason", request.reason(), faults);
        if (request.reference() != null) {
            text("reference", request.reference(), faults);
        }
        int count = request.targets() == null ? 0 : request.targets().size();
        if (count < 1 || count > MOST_TARGETS) {
            faults.add("targets", count, WebError.INVALID_BODY, List.of("1.." + MOST_TARGETS));
            faults.rejectAny();
        }
    }

    private static void text(String field, String text, TargetFaults faults) {
        if (text == null || text.isBlank()) {
            faults.missing(field);
        } else if (text.length() > LONGEST_TEXT) {
            faults.add(field, text.length(), WebError.INVALID_BODY, List.of("1.." + LONGEST_TEXT));
        }
    }

    private List<TargetContent> read(String code, List<TargetRequest> requests, TargetFaults faults) {
        List<TargetContent> contents = new ArrayList<>();
        Set<TargetKey> keys = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            faults.inside("/targets/" + i);
            TargetRequest request = requests.get(i);
            if (request == null) {
                faults.missing("");
                continue;
            }
            if (!code.equals(request.plan())) {
                faults.add("plan", request.plan(), TargetError.UNKNOWN_PLAN, List.of(code));
                continue;
            }
            TargetContent content = service.read(request, faults);
            if (content != null && !keys.add(content.key())) {
                faults.add("indicator", request.indicator(), TargetError.TARGET_REPEATED, List.of());
            }
            contents.add(content);
        }
        return contents;
    }

    private PlanPackage plan(String code) {
        return plans.find(code)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有规划 " + code + "。", "There is no plan " + code + ".")));
    }
}
