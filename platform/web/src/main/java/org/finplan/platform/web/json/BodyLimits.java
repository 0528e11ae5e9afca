package org.finplan.platform.web.json;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the body of a request may be: a few operations take longer ones than all others. */
@ApplicationScoped
class BodyLimits {

    private static final String KEY = "quarkus.http.limits.max-body-size";
    private static final String DEFAULT = "10240K";

    private final long general;
    private final Map<String, Long> larger;

    BodyLimits(@ConfigProperty(name = KEY, defaultValue = DEFAULT) MemorySize framework, BodyConfig config) {
        this.general = config.limit().orElse(framework).asLongValue();
        this.larger = config.larger().values().stream()
                .collect(Collectors.toMap(
                        BodyConfig.Larger::path, own -> own.limit().asLongValue()));
    }

    /** {@return the most bytes that the body of a request has} */
    long of(@Nullable RoutingContext request) {
        return request == null ? general : larger.getOrDefault(request.normalizedPath(), general);
    }
}
