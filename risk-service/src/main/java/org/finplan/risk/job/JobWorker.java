package org.finplan.risk.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.DueLoop;
import org.finplan.platform.outage.DueWork;
import org.jboss.logging.Logger;

/**
 * Works the jobs of a kind off, those ordered here and those that another instance left. Instances work on one job together, since
 * each part has one lock. The loop takes one job after the other, so that queues take turns.
 */
public final class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);

    private final String name;
    private final JobSteps steps;
    private final Pace pace;
    private final DueLoop loop;
    private final ExecutorService threads;
    private volatile boolean stopped;

    /**
     * How an instance goes about the jobs of a kind.
     *
     * @param interval between two looks for jobs
     * @param workers how many parts of a job are worked on at once
     * @param partsOfATurn how many parts of a job each of them does before the next job has its turn
     */
    public record Pace(Duration interval, int workers, int partsOfATurn) {}

    /**
     * A worker that does not work yet.
     *
     * @param name of the kind of jobs, such as {@code rule-runs}
     * @param steps the steps of the jobs
     * @param pace how it goes about them
     */
    public JobWorker(String name, JobSteps steps, Pace pace) {
        this.name = name;
        this.steps = steps;
        this.pace = pace;
        this.threads = Executors.newCachedThreadPool(task -> new Thread(task, name + "-part"));
        this.loop = new DueLoop(
                name,
                pace.interval(),
                List.of(DueWork.of(steps::open, this::workOff), DueWork.of(steps::left, steps::clear)));
    }

    /** Begins to look for jobs. */
    public void start() {
        loop.start();
    }

    /** Ends with the parts that are being worked on, or gives them up where they take long. */
    public void stop() {
        stopped = true;
        steps.giveUp();
        loop.stop();
        threads.shutdown();
    }

    /**
     * Does what can be done of a job in one turn.
     *
     * @param job the job
     */
    public void workOff(UUID job) {
        steps.begin(job);
        if (pace.workers() == 1) {
            workParts(job);
            steps.finish(job);
            return;
        }
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < pace.workers(); i++) {
            all.add(threads.submit(() -> workParts(job)));
        }
        try {
            for (Future<?> one : all) {
                one.get();
            }
            steps.finish(job);
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void workParts(UUID job) {
        boolean more = true;
        for (int done = 0; more && done < pace.partsOfATurn(); done++) {
            more = !stopped && workNext(job);
        }
    }

    private boolean workNext(UUID job) {
        AtomicInteger part = new AtomicInteger(-1);
        try {
            return steps.workNext(job, part::set);
        } catch (RuntimeException failed) {
            if (part.get() >= 0 && !stopped && !DatabaseFault.passes(failed)) {
                LOG.errorf(failed, "%s: part %d of %s could not be worked out", name, part.get(), job);
                steps.failed(job, part.get());
            }
            throw failed;
        }
    }
}
