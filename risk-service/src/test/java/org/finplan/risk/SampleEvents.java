package org.finplan.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;

/** Sample events as the indicators service writes them: invented figures, gapless sequences per aggregate. */
public final class SampleEvents {

    public static final String PLAN = "zq-fin-14fyp";

    private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();

    private SampleEvents() {}

    /**
     * A judgement of attainment in 2025.
     *
     * @param indicator indicator code
     * @param region region code
     * @param state state
     * @param actual sample figure
     * @param version version of the observation
     * @return the event
     */
    public static Event<AttainmentChanged> attainment(
            String indicator, String region, String state, String actual, int version) {
        return attainment(indicator, region, "2025", state, actual, version);
    }

    /**
     * A judgement of attainment.
     *
     * @param indicator indicator code
     * @param region region code
     * @param period period
     * @param state state
     * @param actual sample figure, or null for none
     * @param version version of the observation
     * @return the event
     */
    public static Event<AttainmentChanged> attainment(
            String indicator, String region, String period, String state, String actual, int version) {
        BigDecimal value = actual == null ? null : new BigDecimal(actual);
        BigDecimal expected = new BigDecimal("100");
        AttainmentChanged data = new AttainmentChanged(
                PLAN,
                indicator,
                new LocalizedText("样例指标", "Sample indicator"),
                region,
                new LocalizedText("样例地区", "Sample region"),
                period,
                null,
                AttainmentState.of(state),
                value,
                expected,
                value == null ? null : value.subtract(expected),
                new BigDecimal("120"),
                "ge",
                "CNY_100M",
                "ch3.s3.2.t13",
                UUID.nameUUIDFromBytes((indicator + region + period).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                version,
                "attainment-1",
                Instant.now(),
                null,
                null);
        return event(data, "attainment/" + PLAN + "/" + indicator + "/" + region, region);
    }

    /**
     * A non-performing loan ratio.
     *
     * @param region region code
     * @param period period
     * @param value sample ratio in percent
     * @param version version of the observation
     * @return the event
     */
    public static Event<ObservationRecorded> nplRatio(String region, String period, String value, int version) {
        ObservationRecorded data = new ObservationRecorded(
                nplObservation(region, period),
                "npl-ratio",
                region,
                period,
                "level",
                new BigDecimal(value),
                "PCT",
                "final",
                version,
                null,
                version > 1 ? "sample correction" : null,
                "sample source",
                null,
                Instant.now(),
                null,
                null,
                null,
                null,
                null,
                null);
        return event(data, "observation/npl-ratio/" + region + "/level", region);
    }

    /**
     * The withdrawal of a non-performing loan ratio.
     *
     * @param region region code
     * @param period period
     * @param version version that is the withdrawal
     * @return the event
     */
    public static Event<ObservationWithdrawn> nplWithdrawn(String region, String period, int version) {
        ObservationWithdrawn data = new ObservationWithdrawn(
                nplObservation(region, period),
                "npl-ratio",
                region,
                period,
                "level",
                version,
                "sample withdrawal",
                Instant.now());
        return event(data, "observation/npl-ratio/" + region + "/level", region);
    }

    private static UUID nplObservation(String region, String period) {
        return UUID.nameUUIDFromBytes(("npl" + region + period).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static <T extends EventData> Event<T> event(T data, String aggregate, String region) {
        long sequence =
                SEQUENCES.computeIfAbsent(aggregate, key -> new AtomicLong()).incrementAndGet();
        return new Event<>(
                UUID.randomUUID(),
                "/indicators-service",
                "/api/v1/" + aggregate,
                Instant.now(),
                aggregate,
                sequence,
                null,
                region,
                data);
    }
}
