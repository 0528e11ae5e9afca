package org.finplan.risk.network.scenario;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does numbered pieces of work that do not depend on each other, so that their results are the same on any number of threads. */
final class Parallel implements Runnable {

    private static final int CHUNK = 16;

    private final int pieces;
    private final Progress progress;
    private final Supplier<IntConsumer> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Parallel(int pieces, Progress progress, Supplier<IntConsumer> worker) {
        this.pieces = pieces;
        this.progress = progress;
        this.worker = worker;
    }

    /**
     * Does the work.
     *
     * @param pieces how many pieces
     * @param threads on how many threads at most, that of the caller included
     * @param progress is told how many are done
     * @param worker makes what does the pieces of one thread
     * @throws CancellationException when progress said to give up; no thread works on then
     */
    static void each(int pieces, int threads, Progress progress, Supplier<IntConsumer> worker) {
        Parallel work = new Parallel(pieces, progress, worker);
        List<Thread> others = IntStream.range(1, threads)
                .mapToObj(number -> new Thread(work, "network-scenarios-" + number))
                .toList();
        others.forEach(Thread::start);
        work.run();
        others.forEach(Parallel::join);
        work.end();
    }

    /** Takes pieces until none is left, or one failed on any thread. */
    @Override
    public void run() {
        try {
            IntConsumer own = worker.get();
            for (int start = next.getAndAdd(CHUNK); start < pieces; start = next.getAndAdd(CHUNK)) {
                int end = Math.min(pieces, start + CHUNK);
                for (int piece = start; piece < end; piece++) {
                    if (failure.get() != null || progress.stopped()) {
                        return;
                    }
                    own.accept(piece);
                }
                progress.reached(done.addAndGet(end - start), pieces);
            }
        } catch (RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void end() {
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (progress.stopped() || done.get() < pieces) {
            throw new CancellationException("given up after " + done.get() + " of " + pieces);
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
