package org.finplan.risk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;
import org.finplan.risk.report.identity.Contradiction;
import org.finplan.risk.report.schema.Identity;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.MetricSchemas;

/**
 * Sums up what became of a report.
 *
 * @param items number of items sent
 * @param taken what became of those that were taken
 * @param errors what is wrong with the others
 * @param found what contradicts itself, by period
 */
record Summary(
        int items, List<Decision> taken, List<ProblemError> errors, Map<InstitutionPeriod, List<Contradiction>> found) {

    private static final String CONTRADICTION = "identity-broken";
    private static final String NOT_OVER = "period-not-over";

    BulkReport report(ReportMode mode, boolean dryRun, boolean english, MetricSchemas schemas, LocalDate today) {
        boolean rejectsAll = mode == ReportMode.ATOMIC && !errors.isEmpty();
        String state = "completed";
        if (!errors.isEmpty()) {
            state = rejectsAll ? "rejected" : "completed-with-errors";
        }
        return new BulkReport(
                Identifiers.next(),
                state,
                mode.code(),
                dryRun,
                rejectsAll ? new BulkReport.Counts(0, 0, 0, items, 0) : counts(),
                places(errors, english),
                places(warnings(schemas, today), english),
                taken.stream()
                        .flatMap(decision -> decision.item().conversions().stream())
                        .toList());
    }

    private BulkReport.Counts counts() {
        int created = (int) taken.stream()
                .filter(decision -> decision.isNew() && decision.writes())
                .count();
        int revised = (int) taken.stream()
                .filter(decision -> !decision.isNew() && decision.writes())
                .count();
        int unchanged = taken.size() - created - revised;
        return new BulkReport.Counts(created, revised, unchanged, items - taken.size(), 0);
    }

    private List<ProblemError> warnings(MetricSchemas schemas, LocalDate today) {
        List<ProblemError> warnings = new ArrayList<>();
        for (Decision decision : taken) {
            ReadItem item = decision.item();
            if (item.key().period().end().isAfter(today)) {
                warnings.add(new ProblemError(
                        item.place(),
                        item.key().period().text(),
                        NOT_OVER,
                        new LocalizedText("报告期尚未结束", "The period is not over"),
                        List.of("../" + today)));
            }
            MetricSchema schema = schemas.of(item.institution().kind()).orElseThrow();
            found.getOrDefault(item.key(), List.of()).forEach(each -> warnings.add(contradiction(item, schema, each)));
        }
        return warnings;
    }

    private static ProblemError contradiction(ReadItem item, MetricSchema schema, Contradiction found) {
        Identity identity = schema.identity(found.identity()).orElseThrow();
        String sides = found.left().toPlainString() + " / " + found.right().toPlainString() + " " + found.unit();
        return new ProblemError(
                item.place(),
                sides,
                CONTRADICTION,
                new LocalizedText(
                        identity.statement().zh() + "，实际为 " + sides,
                        identity.statement().en() + "; it is " + sides),
                List.of(String.join(" + ", identity.left()) + " " + identity.comparator() + " "
                        + String.join(" + ", identity.right())));
    }

    private static List<Problem.Place> places(List<ProblemError> errors, boolean english) {
        return errors.stream().map(error -> Problem.Place.of(error, english)).toList();
    }
}
