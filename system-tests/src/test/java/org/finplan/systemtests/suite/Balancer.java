package org.finplan.systemtests.suite;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Does what a balancer in front of several gateways does: gives requests to those in turn that say they are ready. */
final class Balancer implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final List<URI> ready;
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean closed;

    Balancer(List<URI> gateways) {
        ready = new CopyOnWriteArrayList<>(gateways);
        threads = gateways.stream()
                .map(gateway -> new Thread(() -> watch(gateway), "balancer"))
                .toList();
        threads.forEach(Thread::start);
    }

    private void watch(URI gateway) {
        while (!closed) {
            if (!Http.ready(gateway)) {
                ready.remove(gateway);
            } else if (!ready.contains(gateway)) {
                ready.add(gateway);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** {@return the gateway whose turn it is} */
    URI next() {
        List<URI> now = List.copyOf(ready);
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    /** {@return how many gateways get requests} */
    int size() {
        return ready.size();
    }

    @Override
    public void close() {
        closed = true;
    }
}
