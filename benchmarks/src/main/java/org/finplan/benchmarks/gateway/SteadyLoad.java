package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Requests at a fixed rate, spread over 64 kept connections. The time of a request counts from when it was due, not from
 * when it could be sent, so that a server that falls behind cannot hide it (no coordinated omission).
 */
final class SteadyLoad {

    private final int rate;
    private final int seconds;
    private final byte[] request;

    SteadyLoad(int rate, int seconds, byte[] request) {
        this.rate = rate;
        this.seconds = seconds;
        this.request = request;
    }

    /**
     * Runs it against a server.
     *
     * @param port of the server
     * @return times of all requests but those of the first fifth, in nanoseconds, ascending
     */
    long[] run(int port) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Wrk.CONNECTIONS);
        long interval = 1_000_000_000L * Wrk.CONNECTIONS / rate;
        int perConnection = Math.max(5, rate * seconds / Wrk.CONNECTIONS);
        long start = System.nanoTime() + 200_000_000L;
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (int c = 0; c < Wrk.CONNECTIONS; c++) {
                long first = start + interval * c / Wrk.CONNECTIONS;
                running.add(pool.submit(() -> connection(port, first, interval, perConnection)));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> times : running) {
                long[] taken = times.get();
                all = LongStream.concat(all, Arrays.stream(taken, taken.length / 5, taken.length));
            }
            return all.sorted().toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private long[] connection(int port, long first, long interval, int requests) throws IOException {
        long[] taken = new long[requests];
        try (Connection connection = new Connection(port)) {
            for (int n = 0; n < requests; n++) {
                long due = first + n * interval;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                connection.exchange(request);
                taken[n] = System.nanoTime() - due;
            }
        }
        return taken;
    }
}
