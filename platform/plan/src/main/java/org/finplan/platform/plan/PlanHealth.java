package org.finplan.platform.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.stream.Collectors;
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
                .withData("plans", String.join(" ", register.codes()))
                .withData("versions", versions());
        for (RefusedPackage refused : register.refused()) {
            // Health is open to all, so where the directory lies is left to the log.
            String name = String.valueOf(Path.of(refused.directory()).getFileName());
            String reasons = String.join("; ", refused.reasons(MOST_REASONS, true));
            answer.withData("refused " + name, reasons.replace(refused.directory(), name));
        }
        return answer.build();
    }

    /** So that somebody who looks at all programs sees whether they have the same. */
    private String versions() {
        return register.plans().stream()
                .map(plan -> plan.code() + " " + plan.version())
                .collect(Collectors.joining(", "));
    }
}
