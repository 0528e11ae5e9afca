package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.finplan.benchmarks.gateway.Numbers;

/** Several readers of one kind, each with a connection and a thread of its own, and how fast they are together. */
final class Readers implements AutoCloseable {

    private static final int MOST_A_SECOND = 100_000;
    /** Reads after which the JIT compilers have little left to do, and how long they are waited for on a busy machine. */
    private static final double WARM = 6_000;

    private static final int WARM_SECONDS = 15;

    private final List<Reader> readers = new ArrayList<>();
    private final ExecutorService threads;
    private final int places;

    /** Opens a reader. */
    @FunctionalInterface
    interface Opening {
        Reader open() throws IOException, SQLException;
    }

    /**
     * What readers did.
     *
     * @param rate answers a second, of all together
     * @param millis median time of an answer
     */
    record Speed(double rate, double millis) {}

    Readers(int connections, int places, Opening opening) throws IOException, SQLException {
        for (int i = 0; i < connections; i++) {
            readers.add(opening.open());
        }
        this.threads = Executors.newFixedThreadPool(connections);
        this.places = places;
    }

    /** Reads until the compilers have little left to do. */
    void warmUp(boolean past) throws InterruptedException, ExecutionException {
        double reads = 0;
        for (int second = 0; second < WARM_SECONDS && reads < WARM; second++) {
            reads += run(1, past, -1 - second).rate();
        }
    }

    /**
     * Reads for a time. The same seed picks the same places and instants.
     *
     * @param seconds how long
     * @param past whether at instants of the past, else what is known now
     * @param seed of what is picked
     * @return how fast it was
     */
    Speed run(int seconds, boolean past, long seed) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Callable<long[]>> tasks = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            SplittableRandom picks = new SplittableRandom(seed + i);
            tasks.add(() -> read(reader, picks, past, end, seconds));
        }
        List<long[]> taken = new ArrayList<>();
        for (Future<long[]> task : threads.invokeAll(tasks)) {
            taken.add(task.get());
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        long[] all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Speed(all.length / elapsed, Numbers.percentile(all, 0.5) / 1e6);
    }

    private long[] read(Reader reader, SplittableRandom picks, boolean past, long end, int seconds)
            throws IOException, SQLException {
        long[] taken = new long[seconds * MOST_A_SECOND];
        int count = 0;
        for (long before = System.nanoTime(); before < end && count < taken.length; count++) {
            int place = picks.nextInt(places);
            Instant asOf = past ? Sample.PAST.get(picks.nextInt(Sample.PAST.size())) : null;
            reader.read(place, asOf);
            long after = System.nanoTime();
            taken[count] = after - before;
            before = after;
        }
        return Arrays.copyOf(taken, count);
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdown();
        for (Reader reader : readers) {
            reader.close();
        }
    }
}
