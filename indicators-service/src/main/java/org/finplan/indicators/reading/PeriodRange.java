package org.finplan.indicators.reading;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.ProblemException;

/** The periods that a read is about. Take it as a {@code @BeanParam}. */
public class PeriodRange {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    @QueryParam("from")
    @Parameter(description = "First period.", example = "2015")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last period.", example = "2025")
    String to;

    /**
     * The first day that a period may end on.
     *
     * @return the first day of {@code from}, or of all time
     * @throws ProblemException 400 when it is no period
     */
    public LocalDate first() {
        return period("from", from).map(Period::start).orElse(FIRST_DAY);
    }

    /**
     * The last day that a period may end on.
     *
     * @return the last day of {@code to}, or of all time
     * @throws ProblemException 400 when it is no period
     */
    public LocalDate last() {
        return period("to", to).map(Period::end).orElse(LAST_DAY);
    }

    /** {@return whether the given period ends inside} */
    public boolean holds(Period period) {
        return !period.end().isBefore(first()) && !period.end().isAfter(last());
    }

    private static Optional<Period> period(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Period> period = Period.find(text);
        if (period.isEmpty()) {
            throw ProblemException.invalidParameter(name, text, Period.NOTATIONS);
        }
        return period;
    }
}
