package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** Takes tables of facts, in the transaction of the resource: all rows or none. */
@ApplicationScoped
class FactImportService {

    private final FactRepository facts;
    private final CityClock clock;
    private final CallersCity city;
    private final PlanRegister plans;
    private final AuditTrail audit;
    private final Caller caller;

    FactImportService(
            FactRepository facts,
            CityClock clock,
            CallersCity city,
            PlanRegister plans,
            AuditTrail audit,
            Caller caller) {
        this.facts = facts;
        this.clock = clock;
        this.city = city;
        this.plans = plans;
        this.audit = audit;
        this.caller = caller;
    }

    /** Counts of what becomes of the rows. */
    private record Fate(List<FactVersion> added, int created, int revised) {}

    /**
     * Takes a table.
     *
     * @param kind kind of its facts
     * @param body the table, as it was sent
     * @param dryRun whether it is only tried
     * @param english whether the reader prefers English
     * @return what became of its rows
     * @throws ProblemException 422 {@code fact-import-refused} with the row and column of each fault, unless it is only tried
     */
    FactImportResult take(FactKind kind, byte[] body, boolean dryRun, boolean english) {
        String region = city.require();
        FactImport table =
                new FactImport(kind, FactTable.read(body, kind), plans.regions().subtree(region)::contains);
        Instant at = clock.tick(region);
        table.requireKnown(facts.firms(region, table.needed()));
        boolean wrong = !table.errors().isEmpty();
        if (wrong && !dryRun) {
            throw new ProblemException(FactError.IMPORT_REFUSED, FactError.IMPORT_REFUSED.title(), table.errors());
        }
        Fate fate = wrong ? new Fate(List.of(), 0, 0) : fate(kind, region, table, at);
        if (!dryRun && !fate.added().isEmpty()) {
            facts.add(fate.added());
            clock.changed(region, at);
            audit.record(
                    "network-fact.import",
                    "/api/v1/network-facts",
                    region,
                    kind.code() + ": " + fate.created() + " + " + fate.revised());
        }
        int unchanged = wrong ? 0 : table.facts().size() - fate.added().size();
        return new FactImportResult(
                Identifiers.next(),
                wrong ? "rejected" : "completed",
                kind.code(),
                dryRun,
                new FactImportResult.Counts(
                        fate.created(),
                        fate.revised(),
                        unchanged,
                        table.repeated().size(),
                        table.rejected()),
                table.converted(),
                places(table.errors(), english),
                places(table.repeated(), english));
    }

    private Fate fate(FactKind kind, String region, FactImport table, Instant at) {
        Map<String, FactVersion> known = facts
                .current(region, kind, table.facts().keySet())
                .stream()
                .collect(Collectors.toMap(version -> version.fact().key(), Function.identity()));
        List<FactVersion> added = new ArrayList<>();
        int created = 0;
        for (Map.Entry<String, Fact> entry : table.facts().entrySet()) {
            FactVersion before = known.get(entry.getKey());
            boolean there = before != null && !before.withdrawn();
            if (!there || !before.fact().equals(entry.getValue())) {
                added.add(version(region, before, table.row(entry.getKey()), entry.getValue(), at));
                created += there ? 0 : 1;
            }
        }
        return new Fate(added, created, added.size() - created);
    }

    private FactVersion version(String region, @Nullable FactVersion before, FactTable.Row row, Fact fact, Instant at) {
        String source = row.cells().get(FactTable.SOURCE);
        String reason = row.cells().get(FactTable.REASON);
        return new FactVersion(
                before == null ? Identifiers.next() : before.id(),
                before == null ? 1 : before.version() + 1,
                region,
                fact,
                row.fields(),
                false,
                source,
                reason == null && before != null ? source : reason,
                caller.subject(),
                at);
    }

    private static List<Problem.Place> places(List<ProblemError> errors, boolean english) {
        return errors.stream().map(error -> Problem.Place.of(error, english)).toList();
    }
}
