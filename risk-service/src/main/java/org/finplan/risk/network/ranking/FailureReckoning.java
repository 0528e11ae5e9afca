package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.finplan.risk.job.WatchedReckoning;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.scenario.Progress;
import org.finplan.risk.network.scenario.SingleFailures;

/** Works out failures, one ranking at a time, while somebody looks after it. */
@ApplicationScoped
class FailureReckoning {

    private final int threads;
    private final WatchedReckoning reckoning = new WatchedReckoning("failure-ranking");

    FailureReckoning(RankingConfig config) {
        this.threads = config.threads();
    }

    /** Gives up what is being reckoned, and reckons nothing any more. */
    void stop() {
        reckoning.stop();
    }

    /**
     * Makes a network ready, which takes long when it is large.
     *
     * @return the network
     * @throws CancellationException when the watch said to give up
     */
    LossNetwork ready(Supplier<LossNetwork> network, WatchedReckoning.Watch watch) {
        return reckoning.watched(course -> network.get(), watch);
    }

    /**
     * Solves for all failures at once.
     *
     * @return what they do; empty when they have to be iterated
     * @throws CancellationException when the watch said to give up
     */
    Optional<SingleFailures> exact(LossNetwork network, WatchedReckoning.Watch watch) {
        return reckoning.watched(course -> SingleFailures.exact(network, threads, progress(course)), watch);
    }

    /**
     * Iterates the failures of a part.
     *
     * @return what they do
     * @throws CancellationException when the watch said to give up
     */
    SingleFailures iterated(LossNetwork network, RankingPartRepository.Part part, WatchedReckoning.Watch watch) {
        return reckoning.watched(
                course -> SingleFailures.iterated(
                        network, part.first(), part.end(), part.tolerance(), threads, progress(course)),
                watch);
    }

    private static Progress progress(WatchedReckoning.Course course) {
        return new Progress() {
            @Override
            public void reached(int done, int of) {
                course.reached(done, of);
            }

            @Override
            public boolean stopped() {
                return course.stopped();
            }
        };
    }
}
