package org.finplan.gateway.connection;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/** How many event loops there are: Quarkus decides, and Vert.x does not tell. */
@Singleton
public class EventLoops implements VertxOptionsCustomizer {

    private volatile int count = 1;

    @Override
    public void accept(VertxOptions options) {
        count = options.getEventLoopPoolSize();
    }

    /** {@return the number of event loops} */
    public int count() {
        return count;
    }
}
