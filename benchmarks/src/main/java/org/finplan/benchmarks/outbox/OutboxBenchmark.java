package org.finplan.benchmarks.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.outbox.append.PendingEvent;
import org.finplan.platform.outbox.consumer.ConsumerLoop;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.consumer.DeadLetters;
import org.finplan.platform.outbox.consumer.Handlers;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.KafkaEvents;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;

/**
 * Measures the outbox on a PostgreSQL and a Kafka of its own: {@code benchmarks/run outbox [seconds]}. Latency is from the
 * return of the commit to the call of the handler, which runs inside the transaction that holds the inbox row. The floor
 * is a bare producer and consumer with the same settings, on the same broker, in the same run.
 */
public final class OutboxBenchmark {

    private static final int AGGREGATES = 500;
    private static final int BACKLOG = 100_000;
    private static final int BATCH = 100;

    private final Servers servers;
    private final Database database;
    private final int seconds;

    private OutboxBenchmark(Servers servers, Database database, int seconds) {
        this.servers = servers;
        this.database = database;
        this.seconds = seconds;
    }

    /**
     * Runs it and prints what it measured.
     *
     * @param arguments seconds of each measurement, 10 when absent
     * @throws IOException when the servers have no place for their files
     * @throws SQLException when the database fails
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        try (Servers servers = new Servers();
                Database database = servers.database()) {
            OutboxBenchmark benchmark = new OutboxBenchmark(servers, database, seconds);
            Times.Summary commit = benchmark.commit();
            Report.print("one commit", commit.toString());
            for (int rate : new int[] {100, 1000}) {
                Times.Summary floor = benchmark.floor(rate);
                Report.print("floor at " + rate + "/s", floor.toString());
                Times.Summary outbox = benchmark.latency(rate);
                Report.print("outbox at " + rate + "/s", outbox.toString());
                Report.latency(rate, outbox, floor, commit);
            }
            benchmark.backlog();
            benchmark.effects();
            benchmark.sustained(10_000);
        }
    }

    /** One transaction with one event, nothing else running. */
    private Times.Summary commit() throws SQLException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            long start = System.nanoTime();
            database.append(List.of("aggregate-" + i % AGGREGATES));
            if (i >= 500) {
                nanos.add(System.nanoTime() - start);
            }
        }
        return Times.Summary.of(nanos);
    }

    /** A producer and a consumer, no database. */
    // The callback reports what the future would.
    @SuppressWarnings("FutureReturnValueIgnored")
    private Times.Summary floor(int rate) throws InterruptedException {
        Times times = new Times();
        KafkaClients clients = servers.clients();
        AtomicReference<Exception> failures = new AtomicReference<>();
        BareReader reader = new BareReader(clients.consumer("floor-" + rate), "tasks.events", times);
        try (Producer<String, byte[]> producer = clients.producer()) {
            Pace.run(rate, seconds, 2, n -> {
                Event<?> event = event(n);
                times.begin(event.id(), System.nanoTime());
                producer.send(
                        KafkaEvents.record("tasks.events", event.envelope(), CloudEvents.data(event.data())),
                        (metadata, failure) -> failures.compareAndSet(null, failure));
            });
            awaitThat(() -> times.endedCount() >= rate * seconds);
        } finally {
            reader.close();
        }
        if (failures.get() != null) {
            throw new IllegalStateException(failures.get());
        }
        return times.summary(rate * seconds / 3);
    }

    private static Event<?> event(int number) {
        return new Event<>(
                Identifiers.next(),
                "/benchmark",
                "/api/v1/indicators/sample/observations",
                Clock.systemUTC().instant(),
                "aggregate-" + number % AGGREGATES,
                1,
                null,
                "441200",
                Database.observation());
    }

    /** Commits at a rate; the relay and the consumer loop do the rest. */
    private Times.Summary latency(int rate) throws SQLException, InterruptedException {
        Times times = new Times();
        ConsumerSettings settings = ConsumerSettings.defaults("latency-" + rate);
        KafkaClients clients = servers.clients();
        Handlers handlers = new Handlers(List.of(new Arrival(times)));
        DeadLetters letters = new DeadLetters(database, handlers, clients::producer, settings, Clock.systemUTC());
        ConsumerLoop loop = new ConsumerLoop(
                () -> clients.consumer(settings.group()),
                servers::log,
                handlers,
                letters,
                settings,
                new SimpleMeterRegistry());
        Relay relay = relay();
        Times atTopic = new Times();
        BareReader reader = new BareReader(clients.consumer("topic-" + rate), "indicators.events", atTopic);
        try {
            awaitThat(this::allPublished);
            loop.start();
            long before = database.count("outbox");
            awaitThat(() -> times.endedCount() >= before);
            Pace.run(rate, seconds, 4, n -> {
                List<PendingEvent> events = database.append(List.of("aggregate-" + n % AGGREGATES));
                long now = System.nanoTime();
                relay.wake();
                times.begin(events.get(0).id(), now);
                atTopic.begin(events.get(0).id(), now);
            });
            awaitThat(() -> times.endedCount() >= before + (long) rate * seconds);
            awaitThat(atTopic::allEnded);
        } finally {
            relay.close();
            loop.close();
            reader.close();
        }
        return hops(atTopic, times, rate * seconds / 3);
    }

    private static Times.Summary hops(Times atTopic, Times times, int warmUp) {
        Times.Summary whole = times.summary(warmUp);
        Report.hop("commit to topic", atTopic.summary(warmUp), whole);
        Report.hop("topic to handler", times.since(atTopic, warmUp), whole);
        return whole;
    }

    private record Arrival(Times times) implements EventHandler<ObservationRecorded> {
        @Override
        public Class<ObservationRecorded> type() {
            return ObservationRecorded.class;
        }

        @Override
        public void handle(Event<ObservationRecorded> event) {
            times.end(event.id());
        }
    }

    /** How fast a relay works off what is there. */
    private void backlog() throws SQLException, InterruptedException {
        for (int i = 0; i < BACKLOG / BATCH; i++) {
            database.append(aggregates(i));
        }
        long start = System.nanoTime();
        Relay relay = relay();
        awaitThat(this::allPublished);
        double rate = BACKLOG / ((System.nanoTime() - start) / 1e9);
        relay.close();
        Report.print("backlog of " + BACKLOG, String.format(Locale.ROOT, "%.0f events/s", rate));
    }

    /** How fast a service works off what is in the topic: inbox row and handler in one transaction. */
    private void effects() throws SQLException {
        ConsumerSettings settings = ConsumerSettings.defaults("effects");
        KafkaClients clients = servers.clients();
        LongAdder handled = new LongAdder();
        Handlers handlers = new Handlers(List.of(new Counted(handled)));
        DeadLetters letters = new DeadLetters(database, handlers, clients::producer, settings, Clock.systemUTC());
        long total = database.count("outbox");
        long start = System.nanoTime();
        try (ConsumerLoop loop = new ConsumerLoop(
                () -> clients.consumer(settings.group()),
                servers::log,
                handlers,
                letters,
                settings,
                new SimpleMeterRegistry())) {
            loop.start();
            awaitThat(() -> handled.sum() >= total);
        }
        double rate = total / ((System.nanoTime() - start) / 1e9);
        Report.effects(total, rate);
    }

    private record Counted(LongAdder handled) implements EventHandler<ObservationRecorded> {
        @Override
        public Class<ObservationRecorded> type() {
            return ObservationRecorded.class;
        }

        @Override
        public void handle(Event<ObservationRecorded> event) {
            handled.increment();
        }
    }

    /** Whether the relay keeps up with writers on the same machine. */
    private void sustained(int rate) throws SQLException, InterruptedException {
        int transactions = rate / BATCH;
        long start = System.nanoTime();
        try (Relay relay = relay()) {
            Pace.run(transactions, seconds, 4, n -> {
                database.append(aggregates(n));
                relay.wake();
            });
            double written = (double) rate * seconds / ((System.nanoTime() - start) / 1e9);
            long behind = database.count("outbox WHERE published_at IS NULL");
            awaitThat(this::allPublished);
            double published = (double) rate * seconds / ((System.nanoTime() - start) / 1e9);
            Report.print(
                    "sustained",
                    String.format(
                            Locale.ROOT,
                            "%d events/s asked, %.0f written, %.0f published, %d behind when the writers ended",
                            rate,
                            written,
                            published,
                            behind));
        }
    }

    private static List<String> aggregates(int batch) {
        List<String> aggregates = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            aggregates.add("aggregate-" + (batch * BATCH + i) % (10 * AGGREGATES));
        }
        return aggregates;
    }

    private Relay relay() {
        Relay relay = new Relay(
                database.sessions(),
                servers.clients()::producer,
                servers::log,
                RelaySettings.defaults(),
                Clock.systemUTC());
        relay.start();
        return relay;
    }

    private boolean allPublished() {
        try {
            return database.count("(SELECT FROM outbox WHERE published_at IS NULL LIMIT 1) AS next") == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitThat(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
