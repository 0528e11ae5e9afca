package org.finplan.risk.report.source;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.platform.period.Period;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.CodeParameter;

/** Says how sources deliver, keeps what they delivered, and tells which are late. */
@ApplicationScoped
public class ReportSources {

    private static final String PERIODIC = "periodic";
    private static final List<String> MODES = List.of("realtime", PERIODIC);
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final SourceRepository sources;
    private final Institutions institutions;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    ReportSources(SourceRepository sources, Institutions institutions, AuditTrail audit, Caller caller, Clock clock) {
        this.sources = sources;
        this.institutions = institutions;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Keeps deliveries, in the transaction that stores their figures.
     *
     * @param receipts the deliveries of one report
     * @param at when it came
     */
    @Transactional
    public void received(List<Receipt> receipts, Instant at) {
        if (!receipts.isEmpty()) {
            sources.received(receipts, at);
        }
    }

    /**
     * Whether deliveries come after they were due.
     *
     * @param receipts deliveries
     * @param at when they come
     * @return the late ones of those whose source has its dates here
     */
    @Transactional
    public Set<Receipt> late(List<Receipt> receipts, Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        List<String> codes =
                receipts.stream().map(Receipt::institution).distinct().toList();
        Map<String, List<PeriodicSource>> known =
                sources.periodic(codes).stream().collect(Collectors.groupingBy(PeriodicSource::institution));
        return receipts.stream()
                .filter(receipt -> known.getOrDefault(receipt.institution(), List.of()).stream()
                        .anyMatch(source -> source.isLate(receipt, today)))
                .collect(Collectors.toSet());
    }

    /**
     * How late periodic sources are at a moment with the newest period that is due.
     *
     * @param institutions codes of institutions
     * @param now the moment
     * @return days by institution and period, 0 where all has come; of several sources the latest
     */
    @Transactional
    public Map<String, Map<Period, Integer>> daysLate(Collection<String> institutions, Instant now) {
        LocalDate today = BusinessTime.dayOf(now);
        Map<String, Map<Period, Integer>> days = new HashMap<>();
        of(List.copyOf(institutions), today, now).stream()
                .filter(source -> source.expectedPeriodEnd() != null
                        && !source.expectedPeriodEnd().isBefore(source.since()))
                .forEach(source -> days.computeIfAbsent(source.institution(), any -> new HashMap<>())
                        .merge(due(source), source.late() ? daysLate(source, today) : 0, Math::max));
        return days;
    }

    private static Period due(SourceView source) {
        return Period.containing(
                Frequency.find(source.frequency()).orElseThrow().type(), source.expectedPeriodEnd());
    }

    private static int daysLate(SourceView source, LocalDate today) {
        return (int) ChronoUnit.DAYS.between(source.expectedPeriodEnd().plusDays(source.graceDays()), today);
    }

    @Transactional
    SourceView set(String uscc, String source, SourceRequest request) {
        Institution institution = institutions.requireWritable(uscc);
        if (!CODE.matcher(source).matches()) {
            throw InstitutionProblems.at(SourceError.CODE, "path:source", source, List.of(CODE.pattern()));
        }
        if (!MODES.contains(request.mode())) {
            throw InstitutionProblems.at(SourceError.UNKNOWN_MODE, "/mode", request.mode(), MODES);
        }
        boolean periodic = request.mode().equals(PERIODIC);
        String frequency = request.frequency();
        boolean fits = periodic ? frequency != null && Frequency.find(frequency).isPresent() : frequency == null;
        if (!fits) {
            throw InstitutionProblems.at(
                    SourceError.FREQUENCY, "/frequency", frequency, periodic ? Frequency.codes() : List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sources.keep(uscc, source, request, caller.subject(), now);
        audit.record(
                "report-source.set",
                Institution.path(uscc) + "/report-sources/" + source,
                institution.region(),
                request.mode());
        return of(List.of(uscc), BusinessTime.dayOf(now), now).stream()
                .filter(view -> view.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Transactional
    Page<SourceView> list(
            @Nullable String uscc,
            @Nullable String mode,
            boolean late,
            @Nullable LocalDate on,
            CursorParameters paging) {
        if (uscc != null) {
            institutions.require(uscc);
        }
        String wantedMode = CodeParameter.of("mode", mode, MODES);
        LocalDate day = on == null ? BusinessTime.today(clock) : on;
        SourceKey after = paging.after().map(SourceKey::of).orElse(null);
        SourceRepository.Wanted wanted = new SourceRepository.Wanted(
                uscc == null ? null : List.of(uscc), wantedMode, late, day, BusinessTime.startOf(day.plusDays(1)));
        List<SourceView> rows = sources.page(wanted, after, paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.institution(), row.source()), null);
    }

    private List<SourceView> of(List<String> codes, LocalDate on, Instant end) {
        return sources.page(new SourceRepository.Wanted(codes, null, false, on, end), null, Integer.MAX_VALUE);
    }
}
