package org.finplan.platform.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the plan packages that cannot be used. The program stays ready, since the others can; the gateway and
 * {@code ./finplan status} show it as degraded.
 */
@Readiness
@ApplicationScoped
class PlanHealth implements HealthCheck {

    private static final int MOST_REASONS = 5;

    private final PlanRegister register;

    PlanHealth(PlanRegister register) {
        this.register = register;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("plans")
                .up()
                .withData("state", register.refused().isEmpty() ? "well" : "degraded")
                .withData("plans", String.join(" ", register.codes()));
        for (RefusedPackage refused : register.refused()) {
            answer.withData("refused " + refused.directory(), String.join("; ", refused.reasons(MOST_REASONS, true)));
        }
        return answer.build();
    }
}
