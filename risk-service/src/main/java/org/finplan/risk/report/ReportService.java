package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.report.identity.Contradiction;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.MetricSchemas;
import org.finplan.risk.report.source.Receipt;
import org.finplan.risk.report.source.ReportSources;

/**
 * Takes reports: checks every item, decides, stores all or the good ones with what they contradict themselves in, and says what
 * became of each. All of it is read and written in sets.
 */
@ApplicationScoped
class ReportService {

    private final ReportReader reader;
    private final MetricRepository metrics;
    private final FindingRepository findings;
    private final MetricSchemas schemas;
    private final Institutions institutions;
    private final ReportSources sources;
    private final ReportEvents events;
    private final Instance<ReportConsequences> consequences;
    private final Caller caller;
    private final Clock clock;

    ReportService(
            ReportReader reader,
            MetricRepository metrics,
            FindingRepository findings,
            MetricSchemas schemas,
            Institutions institutions,
            ReportSources sources,
            ReportEvents events,
            Instance<ReportConsequences> consequences,
            Caller caller,
            Clock clock) {
        this.reader = reader;
        this.metrics = metrics;
        this.findings = findings;
        this.schemas = schemas;
        this.institutions = institutions;
        this.sources = sources;
        this.events = events;
        this.consequences = consequences;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes a report.
     *
     * @param sent its items
     * @param mode all items or the good ones
     * @param dryRun whether nothing is to be stored
     * @param english whether the caller prefers English
     * @return what became of it
     * @throws ProblemException 403 or 422 when an atomic report has a fault; nothing is stored then
     */
    @Transactional
    BulkReport take(List<SentItem> sent, ReportMode mode, boolean dryRun, boolean english) {
        ReportReader.Read read = reader.read(sent);
        List<ProblemError> errors = new ArrayList<>(read.errors());
        Map<String, Institution> reported = read.items().stream()
                .map(ReadItem::institution)
                .collect(Collectors.toMap(Institution::uscc, Function.identity(), (first, second) -> first));
        if (!dryRun && !(mode == ReportMode.ATOMIC && !errors.isEmpty())) {
            institutions.lock(reported.keySet());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<InstitutionPeriod> keys =
                read.items().stream().map(ReadItem::key).collect(Collectors.toCollection(LinkedHashSet::new));
        Figures figures = new Figures(metrics.current(Figures.around(keys)));
        List<Decision> decisions = decide(read.items(), figures, now);
        decisions.forEach(decision -> errors.addAll(decision.faults()));
        if (mode == ReportMode.ATOMIC && !errors.isEmpty() && !dryRun) {
            throw ReportReader.rejection(errors);
        }
        List<Decision> taken = decisions.stream()
                .filter(decision -> decision.faults().isEmpty())
                .toList();
        versions(taken).forEach(figures::put);
        Map<InstitutionPeriod, List<Contradiction>> found =
                figures.contradictions(keys(taken.stream()), uscc -> schema(reported.get(uscc)));
        if (!dryRun) {
            store(taken, found, now);
        }
        return new Summary(sent.size(), taken, errors, found)
                .report(mode, dryRun, english, schemas, BusinessTime.dayOf(now));
    }

    private List<Decision> decide(List<ReadItem> items, Figures figures, Instant now) {
        return items.stream()
                .map(item -> Decision.of(item, !figures.has(item.key()), figures.current(), caller.subject(), now))
                .toList();
    }

    private void store(List<Decision> taken, Map<InstitutionPeriod, List<Contradiction>> found, Instant now) {
        List<Decision> changed = taken.stream().filter(Decision::writes).toList();
        List<MetricVersion> revised = changed.stream()
                .flatMap(decision -> decision.revised().stream())
                .toList();
        if (!revised.isEmpty()) {
            metrics.replace(revised, now);
        }
        if (!changed.isEmpty()) {
            metrics.insert(versions(changed), caller.subject(), now);
            findings.keep(found, now);
        }
        List<Receipt> receipts = taken.stream().map(ReportService::receipt).toList();
        Set<Receipt> late = sources.late(receipts, now);
        sources.received(receipts, now);
        for (Decision decision : changed) {
            events.received(decision, found.get(decision.item().key()).size(), late.contains(receipt(decision)), now);
        }
        events.audited(changed);
        if (!changed.isEmpty()) {
            Set<InstitutionPeriod> keys = keys(changed.stream());
            consequences.forEach(each -> each.follow(keys));
        }
    }

    private static Set<InstitutionPeriod> keys(Stream<Decision> decisions) {
        return decisions.map(decision -> decision.item().key()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<MetricVersion> versions(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> Stream.concat(decision.created().stream(), decision.revised().stream()))
                .toList();
    }

    private static Receipt receipt(Decision decision) {
        ReadItem item = decision.item();
        return new Receipt(item.key().institution(), item.source(), item.key().period());
    }

    private MetricSchema schema(Institution institution) {
        return schemas.of(institution.kind()).orElseThrow();
    }
}
