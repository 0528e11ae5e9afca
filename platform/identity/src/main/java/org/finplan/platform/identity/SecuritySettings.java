package org.finplan.platform.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start a service that would believe anybody but the gateway, or that would leave an operation without roles
 * open to all. The settings stand in the file of each service, where a line is soon lost.
 */
@ApplicationScoped
class SecuritySettings {

    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of(
            "mp.jwt.verify.issuer", "finplan-gateway",
            "mp.jwt.verify.audiences", "finplan-services",
            "mp.jwt.verify.publickey.algorithm", "ES256",
            "quarkus.security.jaxrs.deny-unannotated-endpoints", "true"));

    private final Config config;

    SecuritySettings(Config config) {
        this.config = config;
    }

    void check(@Observes StartupEvent started) {
        List<String> wrong = wrong(config);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("unsafe settings, the service needs: " + String.join(", ", wrong));
        }
    }

    /** The settings that are missing or differ, as they should stand. */
    static List<String> wrong(Config config) {
        return REQUIRED.entrySet().stream()
                .filter(entry -> !config.getOptionalValue(entry.getKey(), String.class)
                        .filter(entry.getValue()::equals)
                        .isPresent())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
