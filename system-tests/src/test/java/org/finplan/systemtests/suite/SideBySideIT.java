package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.finplan.platform.devstack.stack.Endpoints;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two stacks with their own data directories and ports live on one machine. */
@Order(3)
@ExtendWith(SharedSuite.class)
class SideBySideIT {

    @Test
    void aSecondStackSharesNothingWithTheFirst(Suite first) {
        try (Suite second = Suite.start("second")) {
            assertThat(addresses(first.endpoints())).doesNotContainAnyElementsOf(addresses(second.endpoints()));
            assertThat(first.finplan("status").code()).isZero();
            assertThat(second.client().get("auditor", "/api/v1/regions").status())
                    .isEqualTo(200);
            String stranger = first.token("auditor");
            assertThat(new org.finplan.platform.devstack.client.GatewayClient(second.gateway(), user -> stranger)
                            .get("auditor", "/api/v1/regions")
                            .status())
                    .as("a token of the other stack")
                    .isEqualTo(401);
            Suite.Result taken = second.finplan("down");
            assertThat(taken.code()).isZero();
            Suite.Result samePort = second.finplan("up", "--detach", "--port", Integer.toString(first.port()));
            assertThat(samePort.code()).isEqualTo(1);
            assertThat(samePort.output()).contains("port " + first.port() + " is taken");
        }
        assertThat(first.finplan("status").code()).isZero();
    }

    private static Set<String> addresses(Endpoints endpoints) {
        return new HashSet<>(List.of(
                endpoints.gateway(),
                endpoints.indicators(),
                endpoints.tasks(),
                endpoints.risk(),
                endpoints.kafka(),
                endpoints.postgres(),
                endpoints.issuer()));
    }
}
