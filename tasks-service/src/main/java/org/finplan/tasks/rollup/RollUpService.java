package org.finplan.tasks.rollup;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.rollup.RollUpRequest.WeightRequest;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.search.TaskBelow;
import org.finplan.tasks.task.search.TaskSearch;

/** Reads and sets how a branch is rolled up. */
@ApplicationScoped
class RollUpService {

    private final RollUpRepository rollUps;
    private final Tasks tasks;
    private final TaskSearch search;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    RollUpService(
            RollUpRepository rollUps,
            Tasks tasks,
            TaskSearch search,
            PlanRegister plans,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.rollUps = rollUps;
        this.tasks = tasks;
        this.search = search;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    RollUpSettingView read(String id, @Nullable String plan) {
        TaskKey key = tasks.resolve(id, plan);
        requireBranch(key);
        return RollUpSettingView.of(key, setting(key));
    }

    @Transactional
    RollUpSettingView set(String id, @Nullable String plan, @Nullable String ifMatch, RollUpRequest request) {
        TaskKey key = tasks.resolve(id, plan);
        String city = plans.city(key.plan());
        scope.requireWritable(city);
        tasks.lock(key);
        requireBranch(key);
        Setting before = setting(key);
        Preconditions.requireMatch(ifMatch, EntityTags.of(before.version()));
        Setting setting = new Setting(
                request.mode(),
                weights(key, request),
                before.version() + 1,
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        rollUps.add(key, setting);
        audit.record(
                "task.set-roll-up",
                key.path(),
                city,
                setting.mode().code() + (setting.weights().isEmpty() ? "" : " " + setting.weights()));
        return RollUpSettingView.of(key, setting);
    }

    private Setting setting(TaskKey key) {
        return rollUps.newest(List.of(key)).getOrDefault(key, Setting.DEFAULT);
    }

    private void requireBranch(TaskKey key) {
        if (search.read(key).isLeaf()) {
            throw RollUpError.OF_A_LEAF.at("", key.id(), List.of());
        }
    }

    private Map<String, BigDecimal> weights(TaskKey key, RollUpRequest request) {
        boolean weighted = request.mode() == RollUpMode.WEIGHTS;
        if (weighted && request.weights().isEmpty()) {
            throw RollUpError.WEIGHTS_MISSING.at("/weights", null, List.of());
        }
        if (!weighted && !request.weights().isEmpty()) {
            throw RollUpError.WEIGHTS_NOT_USED.at("/weights", request.mode().code(), List.of());
        }
        List<String> children = !weighted
                ? List.of()
                : search.below(List.of(key)).stream()
                        .map(TaskBelow::key)
                        .map(TaskKey::id)
                        .toList();
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (int i = 0; i < request.weights().size(); i++) {
            WeightRequest weight = request.weights().get(i);
            if (!children.contains(weight.task())) {
                throw RollUpError.NOT_BELOW.at("/weights/" + i + "/task", weight.task(), children);
            }
            if (weights.putIfAbsent(weight.task(), weight.weight()) != null) {
                throw RollUpError.TWO_WEIGHTS.at("/weights/" + i + "/task", weight.task(), List.of());
            }
        }
        return weights;
    }
}
