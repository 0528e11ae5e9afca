package org.finplan.platform.devstack.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.finplan.platform.devstack.process.ChildProcess;
import org.finplan.platform.devstack.process.Component;
import org.finplan.platform.devstack.process.StartPatience;

/** A service or the gateway: a Quarkus program that says by HTTP when it is ready. */
final class HttpComponent implements Component {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final ChildProcess.Plan plan;
    private final int port;
    private ChildProcess process;

    HttpComponent(ChildProcess.Plan plan, int port) {
        this.plan = plan;
        this.port = port;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void launch() {
        process = ChildProcess.start(plan);
    }

    @Override
    public void awaitReady() {
        StartPatience patience = new StartPatience(() -> process);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name() + " ended while it started");
            }
            patience.check(name());
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public boolean isReady() {
        return Readiness.of(address()).ready();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }
}
