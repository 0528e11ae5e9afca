package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.scenario.Progress;
import org.finplan.risk.network.scenario.SingleFailures;

/**
 * Works out failures on threads of its own, one ranking at a time, while the thread that holds the lock of the part looks after the
 * reckoning: its transaction is never idle for long, which would end it, and it sees when nobody waits for the answer any more.
 */
@ApplicationScoped
class FailureReckoning {

    private static final long LOOK_MILLIS = 500;

    private final int threads;
    private final ExecutorService thread;
    private volatile boolean stopped;

    FailureReckoning(RankingConfig config) {
        this.threads = config.threads();
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "failure-ranking");
            made.setDaemon(true);
            return made;
        });
    }

    /** Looks after a reckoning. */
    interface Watch {

        /**
         * Is asked again and again while it goes on, on the thread of the caller.
         *
         * @param share how much is done, 0 to 1
         * @return whether it is to go on
         */
        boolean goesOn(double share);
    }

    /** Gives up what is being reckoned, and reckons nothing any more. */
    void stop() {
        stopped = true;
        thread.shutdown();
    }

    /**
     * Solves for all failures at once.
     *
     * @return what they do; empty when they have to be iterated
     * @throws CancellationException when the watch said to give up
     */
    Optional<SingleFailures> exact(LossNetwork network, Watch watch) {
        Course course = new Course();
        return watched(() -> SingleFailures.exact(network, threads, course), course, watch);
    }

    /**
     * Iterates the failures of a part.
     *
     * @return what they do
     * @throws CancellationException when the watch said to give up
     */
    SingleFailures iterated(LossNetwork network, RankingPartRepository.Part part, Watch watch) {
        Course course = new Course();
        return watched(
                () -> SingleFailures.iterated(network, part.first(), part.end(), part.tolerance(), threads, course),
                course,
                watch);
    }

    private <T> T watched(Callable<T> reckoning, Course course, Watch watch) {
        Future<T> answer = thread.submit(reckoning);
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    course.stopped = stopped || !watch.goesOn(course.share());
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

    /** How far a reckoning is. */
    private static final class Course implements Progress {

        private volatile boolean stopped;
        private volatile double share;

        @Override
        public void reached(int done, int of) {
            share = of == 0 ? 0 : (double) done / of;
        }

        @Override
        public boolean stopped() {
            return stopped;
        }

        double share() {
            return share;
        }
    }
}
