package org.finplan.indicators.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Outcome;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;

/**
 * Sums up what became of a report.
 *
 * @param items number of items sent
 * @param places place in the report of each figure
 * @param figures the figures that could be read
 * @param outcomes what became of each figure
 * @param errors what is wrong
 */
record Summary(
        int items,
        List<Integer> places,
        List<NewObservation> figures,
        List<Outcome> outcomes,
        List<ProblemError> errors) {

    BulkReport report(ReportService.Mode mode, boolean dryRun, boolean english, List<ProblemError> warnings, UUID id) {
        boolean rejectsAll = mode == ReportService.Mode.ATOMIC && !errors.isEmpty();
        String state = "completed";
        if (!errors.isEmpty()) {
            state = rejectsAll ? "rejected" : "completed-with-errors";
        }
        return new BulkReport(
                id,
                state,
                mode.name().toLowerCase(Locale.ROOT),
                dryRun,
                rejectsAll ? new BulkReport.Counts(0, 0, 0, items, 0) : counts(),
                places(errors, english),
                places(warnings, english),
                conversions());
    }

    private BulkReport.Counts counts() {
        int created = count(Outcome.Effect.CREATED);
        int revised = (int) outcomes.stream().filter(Outcome::revises).count();
        int unchanged = count(Outcome.Effect.UNCHANGED);
        return new BulkReport.Counts(created, revised, unchanged, items - created - revised - unchanged, 0);
    }

    private int count(Outcome.Effect effect) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.effect() == effect).count();
    }

    private List<BulkReport.Conversion> conversions() {
        List<BulkReport.Conversion> conversions = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i).figure();
            if (!figure.unit().equals(figure.deliveredUnit())) {
                conversions.add(new BulkReport.Conversion(
                        "/items/" + places.get(i),
                        figure.deliveredValue(),
                        figure.deliveredUnit(),
                        figure.value(),
                        figure.unit()));
            }
        }
        return conversions;
    }

    private static List<Problem.Place> places(List<ProblemError> errors, boolean english) {
        return errors.stream().map(error -> Problem.Place.of(error, english)).toList();
    }
}
