package org.finplan.risk.network.run;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.finplan.risk.job.JobParts;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobState;
import org.finplan.risk.job.JobSteps;
import org.finplan.risk.job.WatchedReckoning;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.Networks;

/** The steps of a contagion run that is a job: it is one part, whose result is that of the run. */
@ApplicationScoped
class ContagionSteps extends JobSteps {

    private final ContagionRunRepository runs;
    private final Networks networks;
    private final Clock clock;
    private final WatchedReckoning reckoning = new WatchedReckoning("contagion-run");

    ContagionSteps(ContagionRunRepository runs, Networks networks, Clock clock) {
        this.runs = runs;
        this.networks = networks;
        this.clock = clock;
    }

    @Override
    protected JobQueue queue() {
        return runs.queue();
    }

    @Override
    protected JobParts parts() {
        return runs.parts();
    }

    @Override
    protected int longestSeconds() {
        return LONG;
    }

    @Override
    protected void giveUp() {
        reckoning.stop();
    }

    @Override
    protected void cut(UUID id) {
        runs.insertPart(id);
    }

    @Override
    protected void work(UUID id, int part) {
        ContagionRunRepository.Order order = runs.order(id);
        String result = reckoning.watched(course -> result(order, course::stopped), share -> queue().isRunning(id));
        runs.finish(id, result, now());
        parts().delete(id);
    }

    /** A large network takes long to be read and its result long to be written, too. */
    private String result(ContagionRunRepository.Order order, BooleanSupplier stopped) {
        NetworkContent network = QuarkusTransaction.requiringNew()
                .call(() -> networks.get(order.network()).content());
        Scenario scenario = ScenarioReader.read(order.scenario(), network);
        return runs.text(ContagionEngine.run(network, scenario, stopped));
    }

    @Override
    protected void fail(UUID id) {
        queue().end(id, JobState.FAILED, now());
    }

    @Override
    protected void complete(UUID id) {
        // Its part has finished it.
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
