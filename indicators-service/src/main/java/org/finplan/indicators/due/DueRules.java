package org.finplan.indicators.due;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.series.Frequency;
import org.finplan.platform.period.Period;

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
     * The periods of a series inside a span whose figures are due.
     *
     * @param series series code
     * @param span a span of whole years
     * @param today the day in the city
     * @return periods in order
     */
    List<Period> due(String series, Period span, LocalDate today) {
        return span.parts(frequencies.getOrDefault(series, frequency).period()).stream()
                .filter(period -> !dueOn(series, period).isAfter(today))
                .toList();
    }

    /** {@return the day by which the figure of a period is due} */
    LocalDate dueOn(String series, Period period) {
        return period.end().plusDays(delays.getOrDefault(series, days));
    }

    private static Frequency frequency(String key, String code) {
        return Frequency.find(code)
                .orElseThrow(
                        () -> new IllegalStateException(key + " is " + code + ", not one of " + Frequency.codes()));
    }
}
