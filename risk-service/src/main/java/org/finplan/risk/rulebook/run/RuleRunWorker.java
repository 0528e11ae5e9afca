package org.finplan.risk.rulebook.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.finplan.risk.job.JobWorker;
import org.jboss.logging.Logger;

/** Works runs off: those asked for here at once, and those that another instance left. */
@ApplicationScoped
class RuleRunWorker {

    private static final Logger LOG = Logger.getLogger(RuleRunWorker.class);

    private final TransactionSynchronizationRegistry transactions;
    private final JobWorker worker;
    private final ExecutorService asked = Executors.newSingleThreadExecutor(task -> new Thread(task, "rule-run"));

    RuleRunWorker(RunSteps steps, TransactionSynchronizationRegistry transactions, RuleRunConfig config) {
        this.transactions = transactions;
        this.worker = new JobWorker(
                "rule-runs", steps, new JobWorker.Pace(config.pollInterval(), config.workers(), Integer.MAX_VALUE));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        asked.shutdown();
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
            asked.submit(() -> worker.workOff(run));
        } catch (RejectedExecutionException stops) {
            LOG.debug("The service stops", stops);
        }
    }
}
