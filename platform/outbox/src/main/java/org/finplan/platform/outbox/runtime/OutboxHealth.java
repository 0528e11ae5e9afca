package org.finplan.platform.outbox.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how long the oldest event has waited to be published. The service stays ready, since requests do not suffer; the
 * gateway and {@code ./finplan status} show it as degraded.
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final UpkeepSchedule upkeep;
    private final OutboxConfig config;

    OutboxHealth(UpkeepSchedule upkeep, OutboxConfig config) {
        this.upkeep = upkeep;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        long oldest = upkeep.oldestUnpublishedSeconds();
        boolean degraded = oldest > config.degradedAfter().toSeconds();
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("state", degraded ? "degraded" : "well")
                .withData("oldestUnpublishedSeconds", oldest)
                .build();
    }
}
