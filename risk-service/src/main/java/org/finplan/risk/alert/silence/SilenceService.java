package org.finplan.risk.alert.silence;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.plan.CityCalendars;

/** Lets people make, approve and end silences. Writes work in the transaction of their resource method. */
@ApplicationScoped
class SilenceService {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final SilenceRepository silences;
    private final NewMatchers newMatchers;
    private final PlanRegister plans;
    private final CityCalendars calendars;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    SilenceService(
            SilenceRepository silences,
            NewMatchers newMatchers,
            PlanRegister plans,
            CityCalendars calendars,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.silences = silences;
        this.newMatchers = newMatchers;
        this.plans = plans;
        this.calendars = calendars;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    SilenceView make(SilenceRequest request) {
        Instant now = now();
        Instant from = request.from() == null ? now : micros(request.from());
        Instant until = micros(request.until());
        Instant earliest = Stream.of(from, now).max(Comparator.naturalOrder()).orElseThrow();
        Instant latest = from.plus(LONGEST);
        if (!until.isAfter(earliest) || until.isAfter(latest)) {
            throw SilenceError.SPAN.at("/until", until.toString(), List.of(earliest + "/" + latest));
        }
        SilenceMatchers matchers = newMatchers.read(request.matchers());
        Silence silence = new Silence(
                Identifiers.next(),
                0,
                matchers,
                from,
                until,
                request.reason(),
                caller.subject(),
                now,
                matchers.needsSecondPerson(),
                null,
                null);
        String region = matchers.region();
        Reminder first = Reminder.next(from, until, now.minusNanos(1), calendars.of(region))
                .orElse(null);
        silences.add(silence, plans.regions().subtree(region), first);
        audit.record("silence.make", silence.path(), region, request.reason());
        return SilenceView.of(silence, now);
    }

    SilenceView approve(UUID id, @Nullable String ifMatch) {
        Silence silence = take(id, ifMatch);
        if (silence.state(now()) != SilenceState.AWAITING_APPROVAL) {
            throw notAllowed(silence, "approve");
        }
        if (silence.author().equals(caller.subject())) {
            throw new ProblemException(SilenceError.OWN_SILENCE, SilenceError.OWN_SILENCE.title());
        }
        silences.approve(id, new Silence.Act(caller.subject(), now()));
        return recorded(silence, "approve");
    }

    SilenceView end(UUID id, @Nullable String ifMatch) {
        Silence silence = take(id, ifMatch);
        if (silence.state(now()) == SilenceState.ENDED) {
            throw notAllowed(silence, "end");
        }
        silences.end(id, new Silence.Act(caller.subject(), now()));
        return recorded(silence, "end");
    }

    @Transactional
    SilenceView get(UUID id) {
        return SilenceView.of(find(id), now());
    }

    @Transactional
    Page<SilenceView> list(@Nullable SilenceState state, PageParameters paging) {
        Instant now = now();
        RegionSet readable = scope.readable();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<Silence> rows = silences.page(state, now, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? silences.count(state, now, readable) : null;
        return Page.of(
                        rows,
                        paging.limit(),
                        row -> paging.cursor(
                                row.createdAt().toString(), row.id().toString()),
                        total)
                .map(silence -> SilenceView.of(silence, now));
    }

    private Silence take(UUID id, @Nullable String ifMatch) {
        scope.requireWritable(find(id).matchers().region());
        silences.lock(id);
        Silence silence = find(id);
        Preconditions.requireMatch(ifMatch, SilenceView.of(silence, now()).tag());
        return silence;
    }

    private Silence find(UUID id) {
        return silences.find(id, scope.readable())
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有静默 " + id + "。", "There is no silence " + id + ".")));
    }

    private ProblemException notAllowed(Silence silence, String action) {
        List<String> allowed =
                switch (silence.state(now())) {
                    case AWAITING_APPROVAL -> List.of("approve", "end");
                    case SCHEDULED, IN_FORCE -> List.of("end");
                    case ENDED -> List.of();
                };
        return SilenceError.NOT_ALLOWED.at("", action, allowed);
    }

    private SilenceView recorded(Silence silence, String action) {
        audit.record("silence." + action, silence.path(), silence.matchers().region(), silence.reason());
        return SilenceView.of(find(silence.id()), now());
    }

    private Instant now() {
        return micros(clock.instant());
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
