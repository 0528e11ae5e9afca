package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how many matters cannot be handled by themselves. The service stays ready, since requests do not suffer; the gateway and
 * {@code ./finplan status} show it as degraded.
 */
@Readiness
@ApplicationScoped
class SupervisionHealth implements HealthCheck {

    private final LadderWork ladders;

    SupervisionHealth(LadderWork ladders) {
        this.ladders = ladders;
    }

    @Override
    public HealthCheckResponse call() {
        long aside = ladders.putAside();
        return HealthCheckResponse.named("supervision")
                .up()
                .withData("state", aside > 0 ? "degraded" : "well")
                .withData("mattersPutAside", aside)
                .build();
    }
}
