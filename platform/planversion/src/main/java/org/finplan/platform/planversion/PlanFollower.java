package org.finplan.platform.planversion;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.plan.reading.StartPackages;
import org.finplan.platform.sql.SchemaState;
import org.jboss.logging.Logger;

/**
 * Keeps the plans of this instance as its database says, and goes on with versions that are not dealt with. Every instance
 * looks by itself, so that it needs no other to tell it; where two do the same, the second finds it done.
 */
@ApplicationScoped
public class PlanFollower {

    private static final Logger LOG = Logger.getLogger(PlanFollower.class);
    /** Before the consumers start, so that the first event finds the plans. */
    private static final int BEFORE_CONSUMERS = 100;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PackageStore store;
    private final PlansInForce plans;
    private final VersionStep step;
    private final StartPackages atStart;
    private final SchemaState schema;
    private final Duration interval;
    private final Backoff backoff;
    private final OutageNotice notice = new OutageNotice();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "plan-versions"));
    private boolean started;

    PlanFollower(
            PackageStore store,
            PlansInForce plans,
            VersionStep step,
            StartPackages atStart,
            SchemaState schema,
            @ConfigProperty(name = "finplan.plan.poll-interval", defaultValue = "500ms") Duration interval) {
        this.store = store;
        this.plans = plans;
        this.step = step;
        this.atStart = atStart;
        this.schema = schema;
        this.interval = interval;
        this.backoff = new Backoff(interval, interval.plus(LONGEST_PAUSE));
    }

    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        // A program that starts without its database serves the plans that it found until the database says more.
        if (schema.upToDate()) {
            look();
        }
        lookAfter(interval.toNanos());
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Brings this instance to where its database is, and its database as far as it comes. */
    private synchronized void look() {
        if (!started) {
            for (SourcePackage found : atStart.packages()) {
                step.found(found, atStart.bundled().contains(found.read().plan().code()));
            }
            started = true;
        }
        boolean changed = true;
        while (changed) {
            List<StoredVersion> current = store.current();
            plans.follow(current);
            changed = false;
            for (StoredVersion version : current) {
                changed |= version.open() && step.advance(version);
            }
        }
    }

    // A look reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void lookAfter(long nanos) {
        try {
            thread.schedule(this::lookAgain, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The program stops", e);
        }
    }

    private void lookAgain() {
        try {
            if (schema.upToDate()) {
                look();
            }
            if (notice.over()) {
                LOG.info("Versions of plan packages are followed again");
            }
            backoff.reset();
            lookAfter(interval.toNanos());
        } catch (RuntimeException failure) {
            if (notice.due()) {
                LOG.warn("Versions of plan packages are not followed", failure);
            }
            lookAfter(backoff.nextNanos());
        }
    }
}
