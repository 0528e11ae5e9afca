package org.finplan.indicators.due;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.finplan.indicators.series.Frequency;
import org.finplan.platform.period.Period;
import org.finplan.platform.workday.WorkingDays;

/** Which periods of a series are due by a day. A setting that is no frequency stops the start of the service. */
@Startup
@ApplicationScoped
class DueRules {

    private final Frequency frequency;
    private final long days;
    private final Map<String, Frequency> frequencies = new HashMap<>();
    private final Map<String, Long> delays = new HashMap<>();

    DueRules(DueConfig config) {
        frequency = frequency("finplan.due.frequency", config.frequency());
        days = config.delay().toDays();
        config.frequencies()
                .forEach((series, code) ->
                        frequencies.put(series, frequency("finplan.due.frequencies." + series, code)));
        config.delays().forEach((series, delay) -> delays.put(series, delay.toDays()));
    }

    /**
     * The periods of a series inside a span whose figures are due, with their days.
     *
     * @param series series code
     * @param span a span of whole years
     * @param today the day in the city
     * @param calendar working days of the city
     * @return days by periods, in order
     */
    SortedMap<Period, DueDay> due(String series, Period span, LocalDate today, WorkingDays calendar) {
        SortedMap<Period, DueDay> due = new TreeMap<>();
        for (Period period :
                span.parts(frequencies.getOrDefault(series, frequency).period())) {
            DueDay day = dueOn(series, period, calendar);
            if (day.isDue(today)) {
                due.put(period, day);
            }
        }
        return due;
    }

    /** {@return the day by which the figure of a period is due} */
    DueDay dueOn(String series, Period period, WorkingDays calendar) {
        return DueDay.of(period.end().plusDays(delays.getOrDefault(series, days)), calendar);
    }

    private static Frequency frequency(String key, String code) {
        return Frequency.find(code)
                .orElseThrow(
                        () -> new IllegalStateException(key + " is " + code + ", not one of " + Frequency.codes()));
    }
}
