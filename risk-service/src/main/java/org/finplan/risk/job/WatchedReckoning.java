package org.finplan.risk.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Reckons on a thread of its own, one reckoning at a time, while the thread that holds the lock of the part looks after it: its
 * transaction is never idle for long, which would end it, and it sees when nobody waits for the answer any more.
 */
public final class WatchedReckoning {

    private static final long LOOK_MILLIS = 500;

    private final ExecutorService thread;
    private volatile boolean stopped;

    /**
     * Makes the thread ready.
     *
     * @param name of the thread
     */
    public WatchedReckoning(String name) {
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Looks after a reckoning. */
    @FunctionalInterface
    public interface Watch {

        /**
         * Is asked again and again while it goes on, on the thread of the caller.
         *
         * @param share how much is done, 0 to 1
         * @return whether it is to go on
         */
        boolean goesOn(double share);
    }

    /** How far a reckoning is, and whether it is to go on: what it tells, and asks between pieces of its work. */
    public static final class Course {

        private volatile boolean stopped;
        private volatile double share;

        private Course() {}

        /**
         * Some more pieces are done.
         *
         * @param done how many
         * @param of how many there are
         */
        public void reached(int done, int of) {
            share = of == 0 ? 0 : (double) done / of;
        }

        /** {@return whether to give up} */
        public boolean stopped() {
            return stopped;
        }
    }

    /** Gives up what is being reckoned, and reckons nothing any more. */
    public void stop() {
        stopped = true;
        thread.shutdown();
    }

    /**
     * Reckons, and waits for the answer.
     *
     * @param reckoning what is reckoned; it ends soon after its course says so
     * @param watch looks after it
     * @param <T> the answer
     * @return the answer
     * @throws CancellationException when the watch said to give up, or the program stops
     */
    public <T> T watched(Function<Course, T> reckoning, Watch watch) {
        Course course = new Course();
        Future<T> answer = thread.submit(() -> reckoning.apply(course));
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    course.stopped = stopped || !watch.goesOn(course.share);
                }
            }
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the program stops");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } finally {
            course.stopped = true;
        }
    }
}
