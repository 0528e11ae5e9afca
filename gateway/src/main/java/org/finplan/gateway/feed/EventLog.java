package org.finplan.gateway.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/** A bounded number of readers of the log, lent to one question at a time. */
@ApplicationScoped
class EventLog {

    private static final Logger LOG = Logger.getLogger(EventLog.class);

    private final KafkaConfig kafka;
    private final FeedConfig config;
    private final ThreadPoolExecutor threads;
    private final ConcurrentLinkedQueue<LogReader> idle = new ConcurrentLinkedQueue<>();

    EventLog(KafkaConfig kafka, FeedConfig config) {
        this.kafka = kafka;
        this.config = config;
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(config.waiting());
        this.threads = new ThreadPoolExecutor(
                config.readers(), config.readers(), 60, TimeUnit.SECONDS, waiting, task -> new Thread(task, "feed"));
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Reads what there is after a cursor.
     *
     * @param question from where, what and how much
     * @return the page; failed with a {@link Refusal} when the log is away, overloaded or the cursor too old
     */
    Future<FeedPage> read(FeedQuestion question) {
        Context caller = Vertx.currentContext();
        Promise<FeedPage> promise = Promise.promise();
        try {
            threads.execute(() -> {
                Future<FeedPage> result = readNow(question);
                caller.runOnContext(back -> result.onComplete(promise));
            });
        } catch (RejectedExecutionException full) {
            promise.fail(away());
        }
        return promise.future();
    }

    private Future<FeedPage> readNow(FeedQuestion question) {
        LogReader reader = null;
        try {
            LogReader free = idle.poll();
            reader = free == null ? new LogReader(Consumers.create(kafka.bootstrapServers()), config) : free;
            FeedPage page = reader.read(question);
            idle.add(reader);
            return Future.succeededFuture(page);
        } catch (Refusal refusal) {
            idle.add(reader);
            return Future.failedFuture(refusal);
        } catch (KafkaException broken) {
            LOG.warnf("The event log cannot be read: %s", broken.toString());
            if (reader != null) {
                reader.close();
            }
            return Future.failedFuture(away());
        }
    }

    private static Refusal away() {
        return Refusal.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "事件日志暂不可用，请以相同的游标重试。",
                        "The event log cannot be read now; try again with the same cursor.")
                .header("Retry-After", "5");
    }

    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdown();
        if (threads.awaitTermination(5, TimeUnit.SECONDS)) {
            idle.forEach(LogReader::close);
        }
    }
}
