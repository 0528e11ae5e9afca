package org.finplan.indicators.targetsetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.plan.PlanVersions;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.target.TargetView;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;

/** Sets targets of regions and revises targets, under the lock of their indicator. */
@ApplicationScoped
public class TargetService {

    private final Targets targets;
    private final FigureRecording recording;
    private final PlanRegister register;
    private final PlanScope plans;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final SeriesLock lock;
    private final PlanVersions planVersions;
    private final BindingTargetLimit limit;
    private final TargetVersions targetVersions;
    private final ClosedPlans closed;

    TargetService(
            Targets targets,
            FigureRecording recording,
            PlanRegister register,
            PlanScope plans,
            RegionScope scope,
            AuditTrail audit,
            SeriesLock lock,
            PlanVersions planVersions,
            BindingTargetLimit limit,
            TargetVersions targetVersions,
            ClosedPlans closed) {
        this.targets = targets;
        this.recording = recording;
        this.register = register;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
        this.lock = lock;
        this.planVersions = planVersions;
        this.limit = limit;
        this.targetVersions = targetVersions;
        this.closed = closed;
    }

    /**
     * Lists targets that the caller may read.
     *
     * @param plan plan code
     * @param indicator indicator or series code, or null for all
     * @param region region code, or null for all
     * @param planVersion the targets as this version of the plan had them, or null for the newest
     * @param asOf the answer as it was known then
     * @return the targets by indicator, region, year and variant
     * @throws ProblemException 400 when there is no such plan or version
     */
    List<TargetView> list(String plan, String indicator, String region, Integer planVersion, Instant asOf) {
        plans.require(plan);
        Collection<String> indicators = indicator == null
                ? register.series().all().stream().map(SeriesDefinition::code).toList()
                : List.of(indicator);
        List<String> regions = register.regions().all().stream()
                .map(RegionDefinition::code)
                .filter(code -> region == null || region.equals(code))
                .filter(scope.readable()::contains)
                .toList();
        int latest = planVersion == null ? Targets.NEWEST_PLAN_VERSION : existing(plan, planVersion);
        return targets.read(plan, indicators, regions, asOf, latest).stream()
                .map(this::view)
                .toList();
    }

    /**
     * Sets a target.
     *
     * @param request the target
     * @return its first version
     * @throws ProblemException 403 out of scope, 409 when there is one already or the plan has ended, 422 with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Target set(TargetRequest request) {
        TargetContent content = read(request);
        TargetKey key = content.key();
        scope.requireWritable(key.region(), "/region");
        lock.acquire(List.of(key.indicator()));
        closed.requireOpen(key.plan(), key.indicator());
        if (targetVersions.exists(content)) {
            throw new ProblemException(
                    TargetError.TARGET_EXISTS,
                    new LocalizedText(
                            "该地区该年已有目标，请用 :revise 修订。",
                            "The region has a target for that year already; change it with :revise."));
        }
        Target target = next(content);
        recording.recordTargets(List.of(target));
        limit.check(key.plan(), List.of(key.indicator()), "/value");
        audit.record("target.set", "/api/v1/targets/" + target.id(), key.region(), summary(target));
        return target;
    }

    /**
     * Gives a target a further version.
     *
     * @param id id of the target
     * @param ifMatch the header {@code If-Match}
     * @param request what it is to be
     * @return the new version
     * @throws ProblemException 403, 404, 409 when the plan has ended, 412, 428, or 422 with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Target revise(UUID id, String ifMatch, TargetRequest request) {
        TargetKey key = versions(id).get(0).key();
        scope.requireWritable(key.region());
        lock.acquire(List.of(key.indicator()));
        closed.requireOpen(key.plan(), key.indicator());
        List<Target> versions = versions(id);
        Target current = versions.get(versions.size() - 1);
        Preconditions.requireMatch(ifMatch, EntityTags.of(current.version()));
        TargetContent content = read(request);
        if (!content.key().equals(key)) {
            throw rejected(
                    "",
                    TargetError.TARGET_REJECTED,
                    "目标的规划、指标、地区和年份不可更改。",
                    "Plan, indicator, region and year of a target stay.");
        }
        if (content.reason() == null || content.reason().isBlank()) {
            throw rejected(
                    "/reason", TargetError.FIELD_MISSING, "修订目标须说明原因。", "A revision of a target needs a reason.");
        }
        Target next = next(content);
        recording.recordTargets(List.of(next));
        limit.check(key.plan(), List.of(key.indicator()), "/value");
        audit.record("target.revise", "/api/v1/targets/" + id, key.region(), summary(next));
        return next;
    }

    /**
     * Reads all versions of a target.
     *
     * @param id id of the target
     * @return the versions from the first on
     * @throws ProblemException 404 when there is none that the caller may see
     */
    public List<Target> versions(UUID id) {
        List<Target> versions = targets.versions(id);
        if (versions.isEmpty()
                || !scope.readable().contains(versions.get(0).key().region())) {
            throw notFound(id);
        }
        return versions;
    }

    /**
     * The problem of a target that is not there for the caller.
     *
     * @param id id of the target
     * @return 404
     */
    public ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有目标 " + id + "。", "There is no target " + id + "."));
    }

    /**
     * Reads a target from a request.
     *
     * @param request the request
     * @param faults where everything that is wrong with it is added
     * @return what it says; null when the faults say why not
     */
    public TargetContent read(TargetRequest request, TargetFaults faults) {
        return new TargetReader(register, plans, request, faults).read();
    }

    /** {@return a target as it is sent} */
    TargetView view(Target target) {
        Benchmark benchmark = register.indicator(
                        target.key().plan(), target.key().indicator())
                .map(indicator -> indicator.target().relative())
                .orElse(null);
        return TargetView.of(target, benchmark);
    }

    private int existing(String plan, int planVersion) {
        int newest = planVersions.current(plan);
        if (planVersion < 1 || planVersion > newest) {
            LocalizedText text =
                    new LocalizedText("规划没有版本 " + planVersion + "。", "The plan has no version " + planVersion + ".");
            throw new ProblemException(
                    WebError.INVALID_PARAMETER,
                    text,
                    List.of(new ProblemError(
                            "?planVersion",
                            String.valueOf(planVersion),
                            WebError.INVALID_PARAMETER.code(),
                            text,
                            List.of("1.." + newest))));
        }
        return planVersion;
    }

    private TargetContent read(TargetRequest request) {
        if (request == null) {
            throw rejected("", TargetError.FIELD_MISSING, "缺少请求正文。", "The body is missing.");
        }
        TargetFaults faults = new TargetFaults();
        TargetContent content = read(request, faults);
        faults.rejectAny();
        return content;
    }

    /**
     * Stores a version of each of many targets, the first one or the next. The caller holds the lock of their indicators.
     *
     * @param contents what they are to be, all of one plan
     * @param planVersion the version of the plan that the new versions belong to
     * @param pointer place in the request of the list that they come from, in its order
     * @throws ProblemException 409 when the plan has ended and would be held against less
     */
    public void store(List<TargetContent> contents, int planVersion, String pointer) {
        recording.recordTargets(targetVersions.next(contents, planVersion, number -> pointer + "/" + number));
    }

    private Target next(TargetContent content) {
        int planVersion = planVersions.current(content.key().plan());
        return targetVersions.next(List.of(content), planVersion, number -> "").get(0);
    }

    private static String summary(Target target) {
        String value = target.value() == null ? "" : " " + target.value().toPlainString() + " " + target.unit();
        return target.key().indicator() + " " + target.key().year() + ": "
                + target.comparator().code() + value;
    }

    private static ProblemException rejected(String pointer, TargetError code, String zh, String en) {
        LocalizedText text = new LocalizedText(zh, en);
        return new ProblemException(code, text, List.of(new ProblemError(pointer, null, code.code(), text, List.of())));
    }
}
