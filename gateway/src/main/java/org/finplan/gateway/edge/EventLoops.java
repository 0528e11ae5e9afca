package org.finplan.gateway.edge;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Two event loops for each processor, as Vert.x makes by itself, unless configuration names a number. Quarkus makes one: while
 * it waits for its turn behind another program, nobody serves its connections and that program soon waits for them. What
 * this is worth is in {@code benchmarks/README.md}.
 */
@Singleton
class EventLoops implements VertxOptionsCustomizer {

    private final OptionalInt configured;

    EventLoops(@ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") OptionalInt configured) {
        this.configured = configured;
    }

    @Override
    public void accept(VertxOptions options) {
        options.setEventLoopPoolSize(configured.orElse(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE));
    }
}
