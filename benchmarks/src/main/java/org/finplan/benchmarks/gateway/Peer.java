package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A proxy that is measured.
 *
 * @param name what it is
 * @param port that it listens on
 * @param program the running program
 */
record Peer(String name, int port, Program program) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Waits until it answers as it should.
     *
     * @param token the caller's
     */
    void awaitReady(String token) {
        byte[] request = Connection.head("GET", Site.SMALL, token, 0);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            program.requireAlive();
            try (Connection connection = new Connection(port)) {
                long length = connection.exchange(request);
                if (length != Nginx.SMALL_BYTES) {
                    throw new IllegalStateException(name + " answers with " + length + " bytes");
                }
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(name + " does not answer", notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
