package org.finplan.risk.network.scenario;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does numbered pieces of work that do not depend on each other, so that their results are the same on any number of threads. */
final class Parallel {

    private static final int CHUNK = 16;

    private Parallel() {}

    /**
     * Does the work.
     *
     * @param pieces how many pieces
     * @param threads on how many threads at most
     * @param worker makes what does the pieces of one thread
     */
    static void each(int pieces, int threads, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            IntConsumer own = worker.get();
            for (int start = next.getAndAdd(CHUNK); start < pieces; start = next.getAndAdd(CHUNK)) {
                for (int piece = start; piece < Math.min(pieces, start + CHUNK); piece++) {
                    own.accept(piece);
                }
            }
        };
        List<Thread> others = IntStream.range(1, threads)
                .mapToObj(number -> new Thread(work, "network-scenarios-" + number))
                .toList();
        others.forEach(Thread::start);
        work.run();
        for (Thread other : others) {
            join(other);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
