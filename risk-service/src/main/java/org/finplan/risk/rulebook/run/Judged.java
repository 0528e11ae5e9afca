package org.finplan.risk.rulebook.run;

import java.util.List;
import java.util.Map;
import org.finplan.platform.period.Period;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.report.CurrentFigures;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Reading;

/**
 * An institution that is judged.
 *
 * @param name its name
 * @param history what it reported
 * @param figures the same with versions
 * @param daysLate days that its reports are late, by period
 */
record Judged(String name, History history, List<CurrentFigures.OfPeriod> figures, Map<Period, Integer> daysLate) {

    static Judged of(Institution institution, List<CurrentFigures.OfPeriod> figures, Map<Period, Integer> daysLate) {
        List<Reading> readings = figures.stream()
                .map(figure -> new Reading(figure.period(), figure.values()))
                .toList();
        return new Judged(
                institution.name(),
                new History(institution.uscc(), institution.kind(), institution.region(), readings),
                figures,
                daysLate);
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
