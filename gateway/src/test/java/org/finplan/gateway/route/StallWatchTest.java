package org.finplan.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMillis(900);

    private final AtomicInteger stalls = new AtomicInteger();
    private volatile Context stalledOn;
    private Vertx vertx;
    private Context exchange;
    private StallWatch watch;

    @BeforeEach
    void watch() {
        vertx = Vertx.vertx();
        exchange = vertx.getOrCreateContext();
        watch = new StallWatch(new StallWatches(vertx), PATIENCE, () -> {
            stalledOn = Vertx.currentContext();
            stalls.incrementAndGet();
        });
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void tellsOnceAndWhereTheExchangeRunsThatNothingMoved() {
        exchange.runOnContext(begun -> watch.start());

        await().until(() -> stalls.get() > 0);

        await().during(LONG).atMost(LONG.multipliedBy(3)).until(() -> stalls.get() == 1);
        assertThat(stalledOn).isSameAs(exchange);
    }

    @Test
    void isSilentWhileTheExchangeMoves() {
        exchange.runOnContext(begun -> {
            watch.start();
            vertx.setPeriodic(20, tick -> watch.progress());
        });

        await().during(LONG).atMost(LONG.multipliedBy(3)).until(() -> stalls.get() == 0);
    }

    @Test
    void isSilentWhenTheExchangeIsOver() {
        exchange.runOnContext(begun -> {
            watch.start();
            watch.stop();
        });

        await().during(LONG).atMost(LONG.multipliedBy(3)).until(() -> stalls.get() == 0);
    }

    @Test
    void goesOnWithAnotherAttempt() {
        exchange.runOnContext(begun -> {
            watch.start();
            watch.stop();
            watch.start();
        });

        await().until(() -> stalls.get() == 1);
    }
}
