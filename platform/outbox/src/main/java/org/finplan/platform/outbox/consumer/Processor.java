package org.finplan.platform.outbox.consumer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.UnreadableEventException;

/** Lets one event take effect: inbox row and handlers in one transaction, or a dead letter. */
final class Processor {

    /** What became of a record. */
    enum Result {
        HANDLED,
        REPEATED,
        SKIPPED,
        WAITS
    }

    private final Transactions transactions;
    private final Handlers handlers;
    private final Inbox inbox;
    private final DeadLetterTable letters;
    private final Clock clock;

    Processor(Transactions transactions, Handlers handlers, Inbox inbox, DeadLetterTable letters, Clock clock) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.inbox = inbox;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Handles a record unless it was handled before or must wait.
     *
     * @throws UnreadableEventException when it is no event of the contract
     * @throws RuntimeException when the database or a handler fails
     */
    Result process(Delivery delivery) {
        if (!handlers.concerns(delivery.headers())) {
            return Result.SKIPPED;
        }
        Event<?> event = Handlers.read(delivery);
        return transactions.call(handle -> switch (inbox.admit(
                handle, event.id(), delivery.topic(), delivery.aggregate(), clock.instant())) {
            case NEW -> {
                handlers.handle(event);
                yield Result.HANDLED;
            }
            case REPEAT -> Result.REPEATED;
            case WAITS -> {
                letters.insert(handle, delivery, event.id(), DeadLetter.WAITING, null, 0, clock.instant());
                yield Result.WAITS;
            }
        });
    }

    /**
     * Handles records in one transaction: all of them, or none when one of them fails, cannot be read or waits behind a dead
     * letter.
     *
     * @return how many had each result
     * @throws NotTogetherException when some wait
     * @throws UnreadableEventException when one is no event of the contract
     * @throws RuntimeException when the database or a handler fails
     */
    Map<Result, Integer> processTogether(List<Delivery> deliveries) {
        Map<UUID, Delivery> concerned = new LinkedHashMap<>();
        List<Event<?>> events = new ArrayList<>();
        int skipped = 0;
        for (Delivery delivery : deliveries) {
            if (handlers.concerns(delivery.headers())) {
                Event<?> event = Handlers.read(delivery);
                if (concerned.putIfAbsent(event.id(), delivery) == null) {
                    events.add(event);
                }
            } else {
                skipped++;
            }
        }
        if (events.isEmpty()) {
            return Map.of(Result.SKIPPED, skipped);
        }
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        results.put(Result.SKIPPED, skipped);
        int concerning = deliveries.size() - skipped;
        return transactions.call(handle -> {
            Set<UUID> entered = inbox.enterTogether(handle, concerned, clock.instant());
            List<UUID> others = concerned.keySet().stream()
                    .filter(id -> !entered.contains(id))
                    .toList();
            if (!inbox.holdsAll(handle, others)) {
                throw new NotTogetherException();
            }
            events.stream().filter(event -> entered.contains(event.id())).forEach(handlers::handle);
            results.put(Result.HANDLED, entered.size());
            results.put(Result.REPEATED, concerning - entered.size());
            return results;
        });
    }

    /** Some of the records wait behind a dead letter: each is to be looked at alone. Rolls the transaction back. */
    static final class NotTogetherException extends RuntimeException {
        private NotTogetherException() {
            super("some of the records wait", null, false, false);
        }
    }

    /** Makes a dead letter of a record; the later ones of its aggregate wait from now on. */
    void bury(Delivery delivery, String reason, int attempts) {
        transactions.call(handle -> {
            boolean first = letters.beginWaiting(handle, delivery, clock.instant());
            String state = first ? DeadLetter.FAILED : DeadLetter.WAITING;
            letters.insert(handle, delivery, eventId(delivery), state, reason, attempts, clock.instant());
            return null;
        });
    }

    private static UUID eventId(Delivery delivery) {
        try {
            return CloudEvents.envelope(delivery.headers()).id();
        } catch (UnreadableEventException e) {
            return null;
        }
    }

    /** What the operator reads; of a record that cannot be read the message says all, and shows nothing of the inside. */
    static String reason(Throwable failure) {
        String text = failure instanceof UnreadableEventException
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.replace('\0', '\ufffd').substring(0, Math.min(text.length(), 1000));
    }
}
