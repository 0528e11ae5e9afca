package org.finplan.risk.network.snapshot;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * Lets one large network be read and stored at a time, since each takes a good part of the memory. Others wait a little, and then are to come
 * again; only a few wait, so that they do not take the threads of everybody else.
 */
@ApplicationScoped
class LargeBodies {

    private static final long LARGE = 1_000_000;
    private static final int MOST_WAITING = 4;
    private static final String RETRY_SECONDS = "30";

    private final Semaphore place = new Semaphore(1, true);
    private final CurrentVertxRequest current;
    private final Duration patience;

    LargeBodies(CurrentVertxRequest current, NetworkConfig config) {
        this.current = current;
        this.patience = config.patience();
    }

    /**
     * Waits until the body of the current request may be read; its place is free again when the request has ended.
     *
     * @param length its announced length in bytes, or null
     * @throws ProblemException 503 {@code service-unavailable} when another one took too long
     */
    void admit(@Nullable String length) {
        if (length != null && Long.parseLong(length.trim()) <= LARGE) {
            return;
        }
        if (place.getQueueLength() >= MOST_WAITING || !isFree()) {
            throw ProblemException.of(
                            WebError.SERVICE_UNAVAILABLE,
                            "正在读取其他大型网络，请稍后重试。",
                            "Other large networks are being read; try again soon.")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        freeAtTheEnd(current.getCurrent());
    }

    private boolean isFree() {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void freeAtTheEnd(RoutingContext request) {
        AtomicBoolean taken = new AtomicBoolean(true);
        Runnable free = () -> {
            if (taken.getAndSet(false)) {
                place.release();
            }
        };
        request.addEndHandler(any -> free.run());
        // Who has gone meanwhile does not end any more.
        if (request.response().ended() || request.response().closed()) {
            free.run();
        }
    }
}
