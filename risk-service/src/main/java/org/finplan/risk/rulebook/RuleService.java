package org.finplan.risk.rulebook;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;

/**
 * Lets people write rules and bring them in force, step by step. Where a method does not begin a transaction, its resource method
 * does, because the answer is kept with the effect.
 */
@ApplicationScoped
class RuleService {

    private final RuleVersionRepository versions;
    private final RuleSets sets;
    private final ActiveRules active;
    private final Metrics metrics;
    private final RuleRights rights;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RuleService(
            RuleVersionRepository versions,
            RuleSets sets,
            ActiveRules active,
            Metrics metrics,
            RuleRights rights,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.versions = versions;
        this.sets = sets;
        this.active = active;
        this.metrics = metrics;
        this.rights = rights;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    List<RuleView> list(RuleState state, @Nullable String kind) {
        active.book();
        return versions.in(state).stream()
                .filter(version -> version.content() != null)
                .filter(version -> kind == null || version.content().kinds().contains(kind))
                .map(version -> view(version, kind))
                .toList();
    }

    RuleView write(RuleRequest content) {
        rights.requireEveryCity();
        RuleReader.read(content, 1, metrics.catalogue());
        active.book();
        versions.lock();
        List<RuleVersion> known = versions.of(content.code());
        open(known).ifPresent(open -> {
            throw RuleProblems.isOpen(open);
        });
        int number = known.isEmpty() ? 1 : known.get(0).version() + 1;
        RuleVersion draft = new RuleVersion(content.code(), number, RuleState.DRAFT, content, caller.subject());
        versions.insert(List.of(draft), RuleState.DRAFT, caller.subject(), now());
        record("rule.write", draft, content.name().zh());
        return view(draft, null);
    }

    /** Moves the version on its way, or the one in force when it is to be retired and none is on its way. */
    RuleView move(String code, RuleState to, @Nullable String reason) {
        rights.requireEveryCity();
        active.book();
        versions.lock();
        List<RuleVersion> known = versions.of(code);
        if (known.isEmpty()) {
            throw RuleProblems.notFound(code, versions.codes());
        }
        RuleVersion moved = open(known)
                .or(() -> published(known))
                .filter(version -> to.before().contains(version.state()))
                .orElseThrow(() -> RuleProblems.notAllowed(code, to, known));
        if (moved.content() == null) {
            throw RuleProblems.unreadable(moved);
        }
        if (to == RuleState.PUBLISHED) {
            versions.move(
                    published(known).stream().toList(),
                    RuleState.RETIRED,
                    "replaced by version " + moved.version(),
                    now());
        }
        versions.move(List.of(moved), to, reason, now());
        if (to == RuleState.PUBLISHED || moved.state() == RuleState.PUBLISHED) {
            sets.changed(caller.subject(), now());
        }
        record("rule." + to.code(), moved, reason);
        return view(new RuleVersion(code, moved.version(), to, moved.content(), moved.author()), null);
    }

    private static Optional<RuleVersion> open(List<RuleVersion> known) {
        return known.stream()
                .filter(version ->
                        RuleState.RETIRED.before().contains(version.state()) && version.state() != RuleState.PUBLISHED)
                .findFirst();
    }

    private static Optional<RuleVersion> published(List<RuleVersion> known) {
        return known.stream()
                .filter(version -> version.state() == RuleState.PUBLISHED)
                .findFirst();
    }

    private RuleView view(RuleVersion version, @Nullable String kind) {
        return RuleView.of(version, active.definition(version), kind, BusinessTime.today(clock));
    }

    private void record(String action, RuleVersion version, @Nullable String detail) {
        audit.record(action, version.path(), null, "v" + version.version() + (detail == null ? "" : " " + detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
