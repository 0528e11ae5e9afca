package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.network.snapshot.NetworkError;

/** Records, corrects, takes back and lists facts. The resource method begins the transaction of a post. */
@ApplicationScoped
class FactService {

    private final FactRepository facts;
    private final CityClock clock;
    private final CallersCity city;
    private final PlanRegister plans;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;

    FactService(
            FactRepository facts,
            CityClock clock,
            CallersCity city,
            PlanRegister plans,
            AuditTrail audit,
            RegionScope scope,
            Caller caller) {
        this.facts = facts;
        this.clock = clock;
        this.city = city;
        this.plans = plans;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
    }

    FactVersion record(FactRequest request) {
        String region = city.require();
        Fact fact = read(region, request);
        Instant at = clock.tick(region);
        requireFirms(region, fact);
        FactVersion before = facts.current(region, fact.kind(), List.of(fact.key())).stream()
                .findFirst()
                .orElse(null);
        if (before != null && !before.withdrawn()) {
            throw ProblemException.at(FactError.EXISTS, "/fields", fact.key(), List.of(before.path()));
        }
        boolean first = before == null;
        FactVersion version = new FactVersion(
                first ? Identifiers.next() : before.id(),
                first ? 1 : before.version() + 1,
                region,
                fact,
                request.fields(),
                false,
                request.source(),
                first || request.reason() != null ? request.reason() : request.source(),
                caller.subject(),
                at);
        return kept(version, "network-fact.record");
    }

    @Transactional
    FactVersion correct(UUID id, @Nullable String ifMatch, FactRequest request) {
        FactVersion before = take(id, ifMatch);
        Fact fact = read(before.region(), request);
        if (fact.kind() != before.fact().kind()
                || !fact.key().equals(before.fact().key())) {
            throw ProblemException.at(
                    FactError.KEY_CHANGED,
                    "/fields",
                    fact.key(),
                    List.of(before.fact().key()));
        }
        if (request.reason() == null) {
            throw ProblemException.at(FactError.REASON_REQUIRED, "/reason", null, List.of());
        }
        requireFirms(before.region(), fact);
        return kept(
                new FactVersion(
                        id,
                        before.version() + 1,
                        before.region(),
                        fact,
                        request.fields(),
                        false,
                        request.source(),
                        request.reason(),
                        caller.subject(),
                        clock.tick(before.region())),
                "network-fact.correct");
    }

    FactVersion withdraw(UUID id, @Nullable String ifMatch, String reason) {
        FactVersion before = take(id, ifMatch);
        if (before.fact() instanceof Fact.Company firm) {
            facts.about(before.region(), firm.uscc()).ifPresent(other -> {
                throw ProblemException.at(
                        FactError.IN_USE, "/id", firm.uscc(), List.of("/api/v1/network-facts/" + other));
            });
        }
        return kept(
                new FactVersion(
                        id,
                        before.version() + 1,
                        before.region(),
                        before.fact(),
                        before.fields(),
                        true,
                        before.source(),
                        reason,
                        caller.subject(),
                        clock.tick(before.region())),
                "network-fact.withdraw");
    }

    /** Takes the clock of the city first, so that two corrections do not both find the same version. */
    private FactVersion take(UUID id, @Nullable String ifMatch) {
        String region = get(id).region();
        scope.requireWritable(region);
        clock.tick(region);
        FactVersion before = get(id);
        Preconditions.requireMatch(ifMatch, EntityTags.of(before.version()));
        if (before.withdrawn()) {
            throw new ProblemException(FactError.WITHDRAWN, FactError.WITHDRAWN.title());
        }
        return before;
    }

    private FactVersion kept(FactVersion version, String action) {
        facts.add(List.of(version));
        clock.changed(version.region(), version.recordedAt());
        audit.record(action, version.path(), version.region(), version.name());
        return version;
    }

    private Fact read(String region, FactRequest request) {
        FactKind kind = FactKind.find(request.kind())
                .orElseThrow(
                        () -> ProblemException.at(FactError.UNKNOWN_KIND, "/kind", request.kind(), FactKind.CODES));
        FactReader.Read read =
                FactReader.read(kind, request.fields(), plans.regions().subtree(region)::contains);
        if (!read.faults().isEmpty()) {
            List<ProblemError> places = new ArrayList<>();
            read.faults().forEach(fault -> places.add(fault.at("/fields/" + fault.field())));
            FieldFault first = read.faults().get(0);
            throw new ProblemException(first.code(), places.get(0).message(), places);
        }
        return read.fact();
    }

    private void requireFirms(String region, Fact fact) {
        if (fact.kind() == FactKind.FIRM) {
            return;
        }
        Set<String> known = facts.firms(region, fact.firms());
        fact.firms().stream().filter(firm -> !known.contains(firm)).findFirst().ifPresent(firm -> {
            throw NetworkError.UNKNOWN_FIRM.at("/fields", firm, List.of());
        });
    }

    @Transactional
    FactVersion get(UUID id) {
        return facts.find(id, scope.readable()).orElseThrow(() -> notFound(id));
    }

    @Transactional
    List<FactVersion> versions(UUID id) {
        List<FactVersion> versions = facts.versions(id, scope.readable());
        if (versions.isEmpty()) {
            throw notFound(id);
        }
        return versions;
    }

    @Transactional
    Page<FactVersion> list(FactFilter filter, CursorParameters paging) {
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<FactVersion> rows = facts.page(filter, scope.readable(), after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(row.recordedAt().toString(), row.id().toString()),
                null);
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.of(WebError.NOT_FOUND, "没有事实 " + id + "。", "There is no fact " + id + ".");
    }
}
