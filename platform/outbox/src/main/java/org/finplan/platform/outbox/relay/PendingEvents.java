package org.finplan.platform.outbox.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.finplan.platform.outbox.kafka.KafkaEvents;
import org.finplan.platform.outbox.lease.LeaseTerm;

/**
 * The events that one relay holds in memory: for each aggregate a lane whose head is at the broker. The next of a lane is
 * sent when the broker confirmed its head, so that no failure and no second relay can put an event before the one it
 * follows. Used by the thread of the relay only, but for the callbacks of the producer, which leave their outcome in a
 * queue.
 */
final class PendingEvents {

    /** What became of the head of a lane; failure is null when the broker confirmed it. */
    private record Outcome(OutboxRow row, Exception failure) {}

    private static final int FULL_LANE = 64;

    private final Producer<String, byte[]> producer;
    private final LeaseTerm term;
    private final Signal signal;
    private final Map<String, ArrayDeque<OutboxRow>> lanes = new HashMap<>();
    private final Set<Long> loaded = new HashSet<>();
    private final Set<String> full = new HashSet<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<String> stalled = new ArrayDeque<>();
    private final List<Long> confirmed = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int inFlight;
    private boolean hungry;
    private boolean stopped;
    private volatile boolean brokerUnavailable;

    /** An event that the broker does not take. */
    record Refusal(OutboxRow row, Exception failure) {}

    PendingEvents(Producer<String, byte[]> producer, LeaseTerm term, Signal signal) {
        this.producer = producer;
        this.term = term;
        this.signal = signal;
    }

    /**
     * Takes rows that follow, for each aggregate, the rows it has.
     *
     * @throws org.finplan.platform.outbox.lease.LeaseLostException when the lease has run out: then nothing is sent
     */
    void load(List<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            loaded.add(row.position());
            ArrayDeque<OutboxRow> lane = lanes.computeIfAbsent(row.aggregate(), a -> new ArrayDeque<>());
            lane.add(row);
            if (lane.size() == 1) {
                send(row);
            } else if (lane.size() == FULL_LANE) {
                full.add(row.aggregate());
            }
        }
    }

    /** Works off what the producer reported: sends the next of each lane, collects what is confirmed or refused. */
    boolean settle() {
        boolean any = false;
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            any = true;
            inFlight--;
            if (outcome.failure() == null) {
                confirm(outcome.row());
            } else if (SendFailures.isOfThisEvent(outcome.failure())) {
                drop(outcome);
            } else if (SendFailures.isOfTheBroker(outcome.failure())) {
                stalled.add(outcome.row().aggregate());
            } else {
                throw new IllegalStateException("The producer cannot go on", outcome.failure());
            }
        }
        return any;
    }

    /** Sends again what failed because the broker was unavailable; stops at the first that fails at once. */
    void resume() {
        brokerUnavailable = false;
        for (int left = stalled.size(); left > 0 && !brokerUnavailable; left--) {
            send(lanes.get(stalled.remove()).peek());
        }
    }

    private void confirm(OutboxRow row) {
        confirmed.add(row.position());
        ArrayDeque<OutboxRow> lane = lanes.get(row.aggregate());
        lane.remove();
        if (lane.size() < FULL_LANE / 2 && full.remove(row.aggregate())) {
            hungry = true;
        }
        if (lane.isEmpty()) {
            lanes.remove(row.aggregate());
        } else {
            send(lane.peek());
        }
    }

    private void drop(Outcome outcome) {
        ArrayDeque<OutboxRow> lane = lanes.remove(outcome.row().aggregate());
        lane.forEach(row -> loaded.remove(row.position()));
        full.remove(outcome.row().aggregate());
        refused.add(new Refusal(outcome.row(), outcome.failure()));
    }

    // The callback reports what the future would.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(OutboxRow row) {
        if (brokerUnavailable || stopped) {
            stalled.add(row.aggregate());
            return;
        }
        term.requireValid();
        inFlight++;
        try {
            producer.send(
                    KafkaEvents.record(row.topic(), row.envelope(), row.data().getBytes(StandardCharsets.UTF_8)),
                    (metadata, failure) -> report(row, failure));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            report(row, e);
        }
    }

    private void report(OutboxRow row, Exception failure) {
        if (failure != null && !SendFailures.isOfThisEvent(failure)) {
            brokerUnavailable = true;
        }
        outcomes.add(new Outcome(row, failure));
        signal.set();
    }

    /** Sends nothing more; what is at the broker still settles. */
    void stopSending() {
        stopped = true;
    }

    /** {@return whether a full lane ran low since the last call} */
    boolean takeHunger() {
        boolean was = hungry;
        hungry = false;
        return was;
    }

    boolean isBrokerUnavailable() {
        return brokerUnavailable;
    }

    boolean isIdle() {
        return outcomes.isEmpty() && inFlight == 0;
    }

    int size() {
        return loaded.size();
    }

    Collection<Long> loaded() {
        return loaded;
    }

    Collection<String> full() {
        return full;
    }

    List<Long> confirmed() {
        return confirmed;
    }

    /** Forgets confirmed events after they were marked. */
    void forgetConfirmed() {
        confirmed.forEach(loaded::remove);
        confirmed.clear();
    }

    /** {@return refused events since the last call} */
    List<Refusal> takeRefused() {
        List<Refusal> taken = List.copyOf(refused);
        refused.clear();
        return taken;
    }
}
