package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a fixed rate, in turns over 64 kept connections. The time of a request counts from when it was due, not from
 * when it could be sent, so that a server that falls behind cannot hide it (no coordinated omission).
 *
 * <p>One thread serves all connections: as many threads as connections would take turns with the server on the same
 * processors, and what was measured would be the load.
 */
final class SteadyLoad {

    private static final long HEAD_START_NANOS = 200_000_000L;
    /** A shorter wait would wake the load so often that it took a third of a processor from what it measures. */
    private static final long LEAST_WAIT_NANOS = 200_000L;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

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
     * @throws IOException when a connection breaks, or an answer is not 200 or no answer comes for a minute
     */
    long[] run(int port) throws IOException {
        int turns = Math.max(5, rate * seconds / Wrk.CONNECTIONS);
        long[] taken = new long[turns * Wrk.CONNECTIONS];
        SteadyConnection[] connections = new SteadyConnection[Wrk.CONNECTIONS];
        try (Selector selector = Selector.open()) {
            try {
                for (int c = 0; c < connections.length; c++) {
                    connections[c] = new SteadyConnection(selector, port, request);
                }
                exchange(selector, connections, taken);
            } finally {
                for (SteadyConnection connection : connections) {
                    if (connection != null) {
                        connection.close();
                    }
                }
            }
        }
        long[] counted = Arrays.copyOfRange(taken, taken.length / 5, taken.length);
        Arrays.sort(counted);
        return counted;
    }

    private void exchange(Selector selector, SteadyConnection[] connections, long[] taken) throws IOException {
        long start = System.nanoTime() + HEAD_START_NANOS;
        long progress = start;
        int due = 0;
        int answered = 0;
        while (answered < taken.length) {
            for (; due < taken.length && start + at(due) <= System.nanoTime(); due++) {
                connections[due % connections.length].due(due);
            }
            if (selector.selectNow() == 0) {
                requireAlive(progress);
                // A selector waits for whole milliseconds only.
                LockSupport.parkNanos(Math.max(LEAST_WAIT_NANOS, start + at(due) - System.nanoTime()));
                continue;
            }
            for (SelectionKey key : selector.selectedKeys()) {
                int number = ((SteadyConnection) key.attachment()).read();
                if (number >= 0) {
                    progress = System.nanoTime();
                    taken[number] = progress - start - at(number);
                    answered++;
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private static void requireAlive(long progress) throws IOException {
        if (System.nanoTime() - progress > PATIENCE_NANOS) {
            throw new IOException("no answer came for a minute");
        }
    }

    private long at(int number) {
        return number * 1_000_000_000L / rate;
    }
}
