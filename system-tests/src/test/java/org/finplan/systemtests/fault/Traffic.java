package org.finplan.systemtests.fault;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.finplan.systemtests.suite.Http;
import org.finplan.systemtests.suite.Suite;

/**
 * Officers who correct figures and readers, whatever happens meanwhile. A write is sent with its key until it is
 * acknowledged, so that no outcome stays unknown. An outage may be answered 502, 503 or 504, never 500.
 */
final class Traffic implements AutoCloseable {

    /** One figure that is corrected again and again; every second value of the city's misses its target of 351. */
    record Series(String region, String period) {}

    static final String INDICATOR = "green-credit";

    private static final List<Series> SERIES = List.of(
            new Series("441200", "2025"),
            new Series("441202", "2024"),
            new Series("441203", "2024"),
            new Series("441204", "2024"));
    private static final List<String> READS = List.of(
            "/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441200",
            "/api/v1/tasks?plan=zq-fin-14fyp&limit=20",
            "/api/v1/alerts?limit=20");
    private static final Set<Integer> OF_AN_OUTAGE = Set.of(409, 429, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final int MOST_TOLD = 10;
    private static final int MOST_TOLD_OF_EACH = 800;
    private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

    private final List<URI> gateways;
    private final String token;
    private final String run;
    private final int runNumber = RUNS.incrementAndGet();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Series, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Traffic(Suite suite, List<URI> gateways, String run) {
        this.gateways = gateways;
        this.token = suite.token("city-officer");
        this.run = run;
        SERIES.forEach(series -> start(new Writer(series)::writeNext));
        READS.forEach(path -> start(() -> read(path)));
    }

    private void start(Runnable step) {
        Thread thread = new Thread(
                () -> {
                    while (!closed) {
                        step.run();
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                },
                "traffic-" + threads.size());
        threads.add(thread);
        thread.start();
    }

    private void read(String path) {
        try {
            note("GET " + path, Http.send(request(path).build()));
        } catch (UncheckedIOException unreachable) {
            // The gateway itself is under the same fault, or the answer was cut off.
        }
    }

    private int note(String what, HttpResponse<String> answer) {
        statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                .incrementAndGet();
        if (answer.statusCode() != 200 && !OF_AN_OUTAGE.contains(answer.statusCode())) {
            wrong(answer.statusCode() + " " + answer.body() + " to " + what);
        }
        return answer.statusCode();
    }

    /** A few say enough. */
    private void wrong(String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what.substring(0, Math.min(what.length(), MOST_TOLD_OF_EACH)));
        }
    }

    private HttpRequest.Builder request(String path) {
        URI gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token);
    }

    private final class Writer {
        private final Series series;
        private int number;

        Writer(Series series) {
            this.series = series;
            acknowledged.put(series, new CopyOnWriteArrayList<>());
        }

        /** Goes on after the end until this one is acknowledged. */
        void writeNext() {
            number++;
            String value = String.format("%d00.%02d%04d5", number % 2 == 0 ? 3 : 4, runNumber, number);
            String body = """
                    {"items":[{"indicator":"%s","region":"%s","period":"%s","value":%s,"unit":"CNY_100M",\
                    "status":"estimated","reason":"correction","source":{"title":"sample: %s","reference":"test"}}]}""".formatted(INDICATOR, series.region(), series.period(), value, run);
            String key = UUID.randomUUID().toString();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isAcknowledged(body, key)) {
                if (System.nanoTime() - deadline > 0) {
                    wrong(series + " was not acknowledged in " + PATIENCE + ": " + value);
                    return;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            acknowledged.get(series).add(value);
            lastAcknowledged.set(System.nanoTime());
        }

        private boolean isAcknowledged(String body, String key) {
            try {
                HttpResponse<String> answer = Http.send(request("/api/v1/observations")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build());
                return note("POST " + body, answer) == 200 || !OF_AN_OUTAGE.contains(answer.statusCode());
            } catch (UncheckedIOException unreachable) {
                return false;
            }
        }
    }

    /** Waits until writes are acknowledged that begin from now on. */
    void awaitWrites(int more, Duration patience) {
        int target = count() + more;
        await().atMost(patience).until(() -> count() >= target);
    }

    private int count() {
        return acknowledged.values().stream().mapToInt(List::size).sum();
    }

    /** {@return how long no write was acknowledged} */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastAcknowledged.get());
    }

    /** {@return what was acknowledged, by series, in the order of acknowledgement} */
    Map<Series, List<String>> acknowledged() {
        return acknowledged;
    }

    /** {@return answers that no outage explains, and writes that were never acknowledged} */
    List<String> wrong() {
        return wrong;
    }

    /** {@return how many answers had each status} */
    Map<Integer, Integer> statuses() {
        Map<Integer, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    @Override
    public void close() {
        closed = true;
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
