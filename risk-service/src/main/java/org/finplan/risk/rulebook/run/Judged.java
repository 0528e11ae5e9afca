package org.finplan.risk.rulebook.run;

import java.util.List;
import org.finplan.risk.report.CurrentFigures;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Reading;

/**
 * An institution that is judged.
 *
 * @param name its name
 * @param history what it reported
 * @param figures the same with versions
 */
record Judged(String name, History history, List<CurrentFigures.OfPeriod> figures) {

    static Judged of(String uscc, String name, String kind, String region, List<CurrentFigures.OfPeriod> figures) {
        List<Reading> readings = figures.stream()
                .map(figure -> new Reading(figure.period(), figure.values()))
                .toList();
        return new Judged(name, new History(uscc, kind, region, readings), figures);
    }

    /** {@return the newest version among the figures of a period, 0 when it reported none} */
    int version(String period) {
        return figures.stream()
                .filter(figure -> figure.period().text().equals(period))
                .mapToInt(CurrentFigures.OfPeriod::version)
                .findFirst()
                .orElse(0);
    }
}
