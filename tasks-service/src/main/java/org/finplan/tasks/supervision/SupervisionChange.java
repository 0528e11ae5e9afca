package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.supervision.lifecycle.LifeCycle;
import org.finplan.tasks.supervision.lifecycle.Situation;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.timeline.TimelineKind;
import org.finplan.tasks.supervision.timeline.TimelineService;

/**
 * The way of every move: take the matter, check version, state and person, make the move, reckon what follows for the deadline,
 * tell the timeline and the audit trail, answer. Works in the transaction of the resource.
 */
@ApplicationScoped
class SupervisionChange {

    private final SupervisionRepository supervisions;
    private final ClimbRepository climbs;
    private final SupervisionAccess access;
    private final SupervisionViews views;
    private final SupervisionSchedule schedule;
    private final TimelineService timeline;
    private final AuditTrail audit;
    private final Clock clock;

    SupervisionChange(
            SupervisionRepository supervisions,
            ClimbRepository climbs,
            SupervisionAccess access,
            SupervisionViews views,
            SupervisionSchedule schedule,
            TimelineService timeline,
            AuditTrail audit,
            Clock clock) {
        this.supervisions = supervisions;
        this.climbs = climbs;
        this.access = access;
        this.views = views;
        this.schedule = schedule;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a move did, for the timeline.
     *
     * @param kind what happened
     * @param detail what it is about, or null
     * @param note words of the person, or null
     */
    record Made(
            TimelineKind kind,
            @Nullable String detail,
            @Nullable String note) {}

    SupervisionView make(
            UUID id, @Nullable String ifMatch, SupervisionMove move, BiFunction<Supervision, Instant, Made> effect) {
        return access.reaching(() -> {
            Supervision seen = supervisions
                    .findByIdOptional(id)
                    .filter(access::sees)
                    .orElseThrow(SupervisionError.NOT_FOUND::problem);
            return change(seen, ifMatch, move, effect);
        });
    }

    private SupervisionView change(
            Supervision matter,
            @Nullable String ifMatch,
            SupervisionMove move,
            BiFunction<Supervision, Instant, Made> effect) {
        climbs.lock(matter.id);
        supervisions.getEntityManager().refresh(matter);
        Preconditions.requireMatch(ifMatch, EntityTags.of(matter.seenVersion()));
        requirePossible(matter, move);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Made made = effect.apply(matter, now);
        matter.updatedAt = now;
        schedule.reckon(matter);
        supervisions.flush();
        timeline.recordCaller(matter.moment(), made.kind(), made.detail(), made.note(), now);
        audit.record(
                "supervision." + move.code(),
                matter.path(),
                matter.region,
                made.note() == null ? made.detail() : made.note());
        return views.view(matter);
    }

    private void requirePossible(Supervision matter, SupervisionMove move) {
        boolean extension = move == SupervisionMove.REQUEST_EXTENSION || move == SupervisionMove.DECIDE_EXTENSION;
        if (extension && !matter.state.isOpen()) {
            throw SupervisionError.EXTENSION_AFTER_CLOSING.at("", matter.state.code(), List.of());
        }
        Situation situation = matter.situation(schedule.today());
        if (!LifeCycle.allows(situation, move)) {
            List<String> allowed = LifeCycle.allowed(situation).stream()
                    .map(SupervisionMove::code)
                    .toList();
            throw SupervisionError.ACTION_NOT_ALLOWED.at("", move.code(), allowed);
        }
        views.own(matter, move).ifPresent(code -> {
            ProblemError at = new ProblemError("/accepted", access.subject(), code.code(), code.title(), List.of());
            throw new ProblemException(code, code.title(), List.of(at));
        });
    }
}
