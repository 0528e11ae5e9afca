package org.finplan.risk.npl;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.NplRatioAboveProvince;

/**
 * The newest version of a non-performing loan ratio of a region. A withdrawn one stays, without a value.
 *
 * @param region region code
 * @param period period in the notation of the API
 * @param value the ratio, or null when it was withdrawn
 * @param unit unit code, or null when it was withdrawn before it was known
 * @param observation id of the observation
 * @param version its version
 * @param event id of the event that brought it
 * @param sequence sequence of that event
 * @param recordedAt when the observation was recorded or withdrawn
 */
record NplFigure(
        String region,
        String period,
        BigDecimal value,
        String unit,
        UUID observation,
        int version,
        UUID event,
        long sequence,
        Instant recordedAt) {

    private static final String LEVEL = "level";

    /** {@return whether an observation is such a ratio} */
    static boolean isOne(String indicator, String kind) {
        return indicator.equals(NplRatioAboveProvince.INDICATOR) && kind.equals(LEVEL);
    }

    static NplFigure recorded(Event<ObservationRecorded> event) {
        ObservationRecorded recorded = event.data();
        return new NplFigure(
                recorded.region(),
                recorded.period(),
                recorded.value(),
                recorded.unit(),
                recorded.observation(),
                recorded.version(),
                event.id(),
                event.sequence(),
                recorded.recordedAt());
    }

    static NplFigure withdrawn(Event<ObservationWithdrawn> event) {
        ObservationWithdrawn withdrawn = event.data();
        return new NplFigure(
                withdrawn.region(),
                withdrawn.period(),
                null,
                null,
                withdrawn.observation(),
                withdrawn.version(),
                event.id(),
                event.sequence(),
                withdrawn.recordedAt());
    }

    /** {@return what a rule judges, or null when it was withdrawn} */
    Figure figure() {
        return value == null ? null : new Figure(value, observation, version);
    }

    /** {@return whether both are versions of one figure} */
    boolean isSameAs(NplFigure other) {
        return region.equals(other.region) && period.equals(other.period);
    }
}
