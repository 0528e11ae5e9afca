package org.finplan.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxOptions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EventLoopsTest {

    @Test
    void twoForEachProcessor() {
        assertThat(loops(OptionalInt.empty()))
                .isEqualTo(2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void asManyAsConfigured() {
        assertThat(loops(OptionalInt.of(7))).isEqualTo(7);
    }

    private static int loops(OptionalInt configured) {
        VertxOptions options = new VertxOptions();
        new EventLoops(configured).accept(options);
        return options.getEventLoopPoolSize();
    }
}
