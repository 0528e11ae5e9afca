package org.finplan.tasks.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.testing.TestEvents;

/** Versions of sample observations, told as indicators-service tells them. */
public final class SampleObservations {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private SampleObservations() {}

    /**
     * Tells of a version.
     *
     * @param observation id of the observation
     * @param indicator indicator code
     * @param region region code
     * @param period period
     * @param version its version
     * @return the event
     */
    public static Event<EventData> recorded(
            UUID observation, String indicator, String region, String period, int version) {
        ObservationRecorded data = new ObservationRecorded(
                observation,
                indicator,
                region,
                period,
                "level",
                BigDecimal.valueOf(version),
                "CNY_100M",
                "final",
                version,
                null,
                version == 1 ? null : "correction",
                "演示样本 sample",
                "sample",
                Instant.now(),
                Instant.now(),
                null,
                "internal",
                null,
                null,
                null);
        return TestEvents.publish(data, "observation/" + observation, SEQUENCE.incrementAndGet(), region);
    }

    /** Tells of a version of a sample series of the city. */
    static Event<EventData> recorded(UUID observation, int version) {
        return recorded(observation, "sample-series", "441200", "2024", version);
    }

    /** Tells of the withdrawal of a sample. */
    static void withdrawn(UUID observation, int version) {
        TestEvents.publish(
                new ObservationWithdrawn(
                        observation, "sample-series", "441200", "2024", "level", version, "correction", Instant.now()),
                "observation/" + observation,
                SEQUENCE.incrementAndGet(),
                "441200");
    }
}
