package org.finplan.indicators.observation;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

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
            throw invalid(name, text, Period.NOTATIONS);
        }
        return period;
    }

    /**
     * The problem of a query parameter.
     *
     * @param name its name
     * @param value what was sent, or null
     * @param accepted what would be taken
     * @return 400 {@code invalid-parameter}, to be thrown
     */
    public static ProblemException invalid(String name, String value, List<String> accepted) {
        LocalizedText text = new LocalizedText("参数 " + name + " 无效。", "The parameter " + name + " is not valid.");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError("?" + name, value, WebError.INVALID_PARAMETER.code(), text, accepted)));
    }
}
