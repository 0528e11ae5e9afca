package org.finplan.systemtests.suite;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Readers and writers that never rest. A read is sent once and must be answered 200. A write is sent with a key until it is
 * acknowledged, as an integrator does.
 */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PACE = Duration.ofMillis(120);

    private final Balancer balancer;
    private final String token;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final List<String> failedReads = new CopyOnWriteArrayList<>();
    private final List<String> refusedWrites = new CopyOnWriteArrayList<>();
    private final AtomicInteger repeatedWrites = new AtomicInteger();
    private volatile boolean closed;

    Load(Balancer balancer, String token) {
        this.balancer = balancer;
        this.token = token;
    }

    /** Reads a path again and again. */
    void reading(String path) {
        start(() -> {
            try {
                HttpResponse<String> answer = Http.send(request(path).build());
                if (answer.statusCode() != 200) {
                    failedReads.add(path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (UncheckedIOException e) {
                failedReads.add(path + ": " + e.getCause());
            }
            reads.incrementAndGet();
        });
    }

    /**
     * Writes again and again.
     *
     * @param path where to
     * @param body the JSON of the write of a number
     * @return numbers of the writes that were acknowledged, as they come
     */
    List<Integer> writing(String path, IntFunction<String> body) {
        List<Integer> acknowledged = new CopyOnWriteArrayList<>();
        AtomicInteger number = new AtomicInteger();
        start(() -> {
            int next = number.incrementAndGet();
            HttpRequest request = request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", path.hashCode() + "-" + next)
                    .POST(BodyPublishers.ofString(body.apply(next)))
                    .build();
            while (!closed || next == number.get()) {
                if (acknowledged(request)) {
                    acknowledged.add(next);
                    return;
                }
                repeatedWrites.incrementAndGet();
                LockSupport.parkNanos(PACE.toNanos());
            }
        });
        return acknowledged;
    }

    private boolean acknowledged(HttpRequest request) {
        try {
            HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(request, (name, value) -> true)
                    .uri(balancer.next().resolve(request.uri().getRawPath()))
                    .build());
            int status = answer.statusCode();
            if (status >= 300 && status != 503 && status != 504 && status != 409) {
                refusedWrites.add(status + " " + answer.body());
                return true;
            }
            return status < 300;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(balancer.next().resolve(path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    private void start(Runnable step) {
        Thread thread = new Thread(
                () -> {
                    while (!closed) {
                        step.run();
                        LockSupport.parkNanos(PACE.toNanos());
                    }
                },
                "load-" + threads.size());
        threads.add(thread);
        thread.start();
    }

    /** Waits until more was read. */
    void awaitReads(int more) {
        int target = reads.get() + more;
        await().atMost(PATIENCE).until(() -> reads.get() >= target);
    }

    /** {@return how many reads were answered} */
    int reads() {
        return reads.get();
    }

    /** {@return what failed of the reads} */
    List<String> failedReads() {
        return failedReads;
    }

    /** {@return writes that were refused for a reason of their own} */
    List<String> refusedWrites() {
        return refusedWrites;
    }

    /** {@return how often a write had to be sent again} */
    int repeatedWrites() {
        return repeatedWrites.get();
    }

    @Override
    public void close() {
        closed = true;
        await().atMost(PATIENCE).until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
