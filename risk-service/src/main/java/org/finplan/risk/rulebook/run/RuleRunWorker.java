package org.finplan.risk.rulebook.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.DueLoop;
import org.finplan.platform.outage.DueWork;
import org.jboss.logging.Logger;

/**
 * Works runs off: those asked for here at once, and those that another instance left. All instances work on the same run together,
 * since each part has one lock.
 */
@ApplicationScoped
class RuleRunWorker {

    private static final Logger LOG = Logger.getLogger(RuleRunWorker.class);

    private final RunSteps steps;
    private final TransactionSynchronizationRegistry transactions;
    private final int workers;
    private final DueLoop loop;
    private final ExecutorService asked = Executors.newSingleThreadExecutor(task -> new Thread(task, "rule-run"));
    private final ExecutorService threads;
    private volatile boolean stopped;

    RuleRunWorker(RunSteps steps, TransactionSynchronizationRegistry transactions, RuleRunConfig config) {
        this.steps = steps;
        this.transactions = transactions;
        this.workers = config.workers();
        this.threads = Executors.newCachedThreadPool(task -> new Thread(task, "rule-run-part"));
        this.loop = new DueLoop("rule-runs", config.pollInterval(), List.of(DueWork.of(steps::open, this::workOff)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        loop.stop();
        asked.shutdown();
        threads.shutdown();
    }

    /** Begins a run as soon as the transaction that asks for it has committed. */
    void beginAfterCommit(UUID run) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The run is stored already.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    begin(run);
                }
            }
        });
    }

    // What fails is looked at again by the loop.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void begin(UUID run) {
        try {
            asked.submit(() -> workOff(run));
        } catch (RejectedExecutionException stops) {
            LOG.debug("The service stops", stops);
        }
    }

    /** Does what is left to do of a run. */
    void workOff(UUID run) {
        steps.prepare(run);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            all.add(threads.submit(() -> judgeParts(run)));
        }
        try {
            for (Future<?> one : all) {
                one.get();
            }
            steps.finish(run);
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void judgeParts(UUID run) {
        AtomicInteger part = new AtomicInteger(-1);
        try {
            while (!stopped && steps.judgeNext(run, part::set)) {
                part.set(-1);
            }
        } catch (RuntimeException failed) {
            if (part.get() >= 0 && !DatabaseFault.passes(failed)) {
                LOG.errorf(failed, "Part %d of rule run %s could not be judged", part.get(), run);
                steps.failed(run, part.get());
            }
            throw failed;
        }
    }
}
