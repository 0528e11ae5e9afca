package org.finplan.platform.outbox.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.UnreadableEventException;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.kafka.Topics;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The dead letters of a service: shown, announced on the dead-letter topic, replayed. A replayed letter takes effect like
 * any event; after it the letters that waited behind it, in their order; then the aggregate goes on by itself.
 */
public final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int BATCH = 100;

    /** How far a step of a replay came. */
    private enum Step {
        WENT_ON,
        STANDS,
        ENDED
    }

    private final Transactions transactions;
    private final Handlers handlers;
    private final Supplier<Producer<String, byte[]>> producers;
    private final ConsumerSettings settings;
    private final Clock clock;
    private final Inbox inbox;
    private final DeadLetterTable table;
    private final Outages outages;
    private final OutageNotice notice = new OutageNotice();
    private final Semaphore work = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Dead letters whose background work is not started.
     *
     * @param transactions runs work in transactions
     * @param handlers the handlers of the service
     * @param producers makes a producer for the dead-letter topics
     * @param settings settings of the consumer
     * @param clock what time it is
     */
    public DeadLetters(
            Transactions transactions,
            Handlers handlers,
            Supplier<Producer<String, byte[]>> producers,
            ConsumerSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.producers = producers;
        this.settings = settings;
        this.clock = clock;
        this.inbox = new Inbox(settings.group());
        this.table = new DeadLetterTable(settings.group());
        this.outages = new Outages(transactions);
        this.thread = new Thread(this::run, "events-dead-letters");
        this.thread.setDaemon(true);
    }

    Processor processor() {
        return new Processor(transactions, handlers, inbox, table, clock);
    }

    Outages outages() {
        return outages;
    }

    /** Starts to announce letters and to work off released ones, also those that another node left. */
    public void start() {
        thread.start();
    }

    /** Looks for released letters now; called after the transaction of a release. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /**
     * Finds a letter.
     *
     * @param id its id
     * @param regions regions that its event may be about; an event without a region is found among all of them only
     * @return the letter
     */
    public Optional<DeadLetter> find(UUID id, RegionSet regions) {
        return transactions.call(handle -> table.find(handle, id, regions));
    }

    /**
     * Lists letters in the order of their arrival.
     *
     * @param state failed, waiting or replayed
     * @param regions regions that their events may be about, as in {@link #find}
     * @param after position after which to begin
     * @param limit how many at most
     * @return letters
     */
    public List<DeadLetter> list(String state, RegionSet regions, long after, int limit) {
        return transactions.call(handle -> table.list(handle, state, regions, after, limit));
    }

    /**
     * Puts a failed letter back in line; after the commit it and those that wait behind it are tried in the background.
     *
     * @param handle handle within the caller's transaction
     * @param id id of a letter
     * @return false when there is no failed letter with that id
     */
    public boolean release(Handle handle, UUID id) {
        return table.release(handle, id);
    }

    /**
     * Puts all failed letters back in line.
     *
     * @param handle handle within the caller's transaction
     * @param regions regions that their events may be about, as in {@link #find}
     * @return how many
     */
    public int releaseAll(Handle handle, RegionSet regions) {
        return table.releaseAll(handle, regions);
    }

    private void run() {
        while (!closed) {
            try {
                if (work.tryAcquire(settings.longestRetry().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
                announce();
                workOff();
                notice.over();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (notice.due()) {
                    LOG.warnf("Dead letters wait: %s", e.getMessage());
                }
            }
        }
    }

    private void workOff() throws InterruptedException {
        for (DeadLetterTable.Waiting waiting : transactions.call(table::ready)) {
            Step step = Step.WENT_ON;
            while (step == Step.WENT_ON && !closed) {
                step = step(waiting);
            }
            if (step == Step.STANDS) {
                wakeLater();
            }
        }
    }

    /** A letter that failed again is tried again soon unless it has become a failed one; both is seen at the next look. */
    private void wakeLater() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(settings.firstRetry().toMillis());
        wake();
    }

    private Step step(DeadLetterTable.Waiting waiting) {
        UUID[] tried = new UUID[1];
        try {
            return transactions.call(handle -> {
                if (!table.lock(handle, waiting)) {
                    return Step.ENDED;
                }
                Optional<DeadLetterTable.Stored> first = table.first(handle, waiting);
                if (first.isEmpty()) {
                    table.endWaiting(handle, waiting);
                    return Step.ENDED;
                }
                DeadLetter letter = first.get().letter();
                if (letter.state().equals(DeadLetter.FAILED)) {
                    return Step.ENDED;
                }
                tried[0] = letter.id();
                Event<?> event = Handlers.read(first.get().delivery());
                if (inbox.enter(handle, event.id(), clock.instant())) {
                    handlers.handle(event);
                }
                table.replayed(handle, letter.id(), clock.instant());
                return Step.WENT_ON;
            });
        } catch (RuntimeException e) {
            if (tried[0] == null || outages.explain(e)) {
                throw e;
            }
            int attempts = e instanceof UnreadableEventException ? 0 : settings.attempts();
            LOG.errorf(e, "Dead letter %s failed again", tried[0]);
            transactions.call(handle -> {
                table.failedAgain(handle, tried[0], Processor.reason(e), attempts);
                return null;
            });
            return Step.STANDS;
        }
    }

    private void announce() {
        boolean any = transactions.call(handle -> !table.unannounced(handle, 1).isEmpty());
        if (!any) {
            return;
        }
        try (Producer<String, byte[]> producer = producers.get()) {
            while (transactions.call(handle -> {
                List<DeadLetterTable.Stored> batch = table.unannounced(handle, BATCH);
                for (DeadLetterTable.Stored stored : batch) {
                    send(producer, stored);
                    table.announced(handle, stored.letter().id(), clock.instant());
                }
                return batch.size() == BATCH;
            })) {
                LOG.debug("More dead letters to announce");
            }
        }
    }

    private static void send(Producer<String, byte[]> producer, DeadLetterTable.Stored stored) {
        DeadLetter letter = stored.letter();
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                letter.topic() + Topics.DEAD_LETTER_SUFFIX,
                letter.aggregate(),
                stored.delivery().data());
        stored.delivery().headers().forEach((name, value) -> header(copy, name, value));
        header(copy, "finplan_dead_letter", letter.id().toString());
        header(copy, "finplan_consumer", letter.consumer());
        header(copy, "finplan_reason", letter.reason());
        header(copy, "finplan_partition", Integer.toString(letter.partition()));
        header(copy, "finplan_offset", Long.toString(letter.offset()));
        try {
            producer.send(copy).get();
        } catch (ExecutionException e) {
            throw new KafkaException("A dead letter cannot be announced", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> copy, String name, String value) {
        copy.headers().add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the background work. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
