package org.finplan.platform.outbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.TargetRevised;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.OutboxWriter;
import org.finplan.platform.outbox.append.PendingEvent;

/** Events of tests and a handler that writes what it saw into the table {@code effect}. */
public final class SampleEvents {

    private static final EventFactory FACTORY = new EventFactory("/sample-service", Clock.systemUTC(), () -> null);

    private SampleEvents() {}

    public static NewEvent of(String aggregate, int version) {
        TargetRevised data = new TargetRevised(
                "sample-plan",
                "sample",
                "441200",
                2025,
                version,
                "ge",
                new BigDecimal("1.50"),
                null,
                "CNY_100M",
                Instant.EPOCH);
        return new NewEvent(data, aggregate, "/api/v1/targets/" + aggregate, "441200");
    }

    /** Appends one event for each aggregate in one transaction. */
    public static void append(TestDatabase database, String... aggregates) {
        database.call(handle -> {
            OutboxWriter.write(handle, pending(Arrays.asList(aggregates)));
            return null;
        });
    }

    public static List<PendingEvent> pending(List<String> aggregates) {
        return aggregates.stream().map(a -> FACTORY.pending(of(a, 1))).toList();
    }

    /** Writes each event it sees into the table {@code effect}. */
    public static class Recorder implements EventHandler<TargetRevised> {

        private final TestDatabase database;

        public Recorder(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Class<TargetRevised> type() {
            return TargetRevised.class;
        }

        @Override
        public void handle(Event<TargetRevised> event) {
            database.jdbi().useHandle(handle -> handle.createUpdate(
                            "INSERT INTO effect (event_id, aggregate, sequence) VALUES (:event, :aggregate, :sequence)")
                    .bind("event", event.id())
                    .bind("aggregate", event.partitionKey())
                    .bind("sequence", event.sequence())
                    .execute());
        }
    }
}
