package org.finplan.gateway.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the log, and waits for it to grow when there is nothing yet. No thread waits. */
@ApplicationScoped
class LongPoll {

    private final Vertx vertx;
    private final EventLog log;
    private final LogTail tail;
    private volatile boolean stopping;

    LongPoll(Vertx vertx, EventLog log, LogTail tail) {
        this.vertx = vertx;
        this.log = log;
        this.tail = tail;
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        tail.release();
    }

    /**
     * Reads a page.
     *
     * @param context the request; when it ends, the waiting does
     * @param query from where, what and how much
     * @param wait for an event, at most
     * @return the page, empty when nothing came in time
     */
    Future<FeedPage> read(RoutingContext context, FeedQuery query, Duration wait) {
        Promise<FeedPage> answer = Promise.promise();
        look(context, query, System.nanoTime() + wait.toNanos(), answer);
        return answer.future();
    }

    private void look(RoutingContext context, FeedQuery query, long deadline, Promise<FeedPage> answer) {
        log.read(query)
                .onSuccess(page -> {
                    long left = deadline - System.nanoTime();
                    if (!page.events().isEmpty() || left <= 0 || stopping) {
                        answer.tryComplete(page);
                    } else {
                        await(context, query.after(page.next()), page, left, answer);
                    }
                })
                .onFailure(answer::tryFail);
    }

    /** Waits for the log to grow, for the deadline or for the caller to go, whichever comes first. */
    private void await(RoutingContext context, FeedQuery query, FeedPage empty, long left, Promise<FeedPage> answer) {
        long deadline = System.nanoTime() + left;
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong timer = new AtomicLong();
        Runnable forget = tail.whenBeyond(empty.next(), () -> {
            if (done.compareAndSet(false, true)) {
                vertx.cancelTimer(timer.get());
                look(context, query, deadline, answer);
            }
        });
        timer.set(vertx.setTimer(Math.max(1, left / 1_000_000), late -> {
            if (done.compareAndSet(false, true)) {
                forget.run();
                answer.tryComplete(empty);
            }
        }));
        context.addEndHandler(gone -> {
            if (done.compareAndSet(false, true)) {
                vertx.cancelTimer(timer.get());
                forget.run();
                // Nobody reads it any more.
                answer.tryComplete(empty);
            }
        });
    }
}
