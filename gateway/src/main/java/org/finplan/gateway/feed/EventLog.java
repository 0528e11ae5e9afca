package org.finplan.gateway.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * A bounded number of readers of the log, lent to one question at a time. What a reader found counts only when the topics
 * are the same before and after: an offset is a place in one log and means nothing in another.
 */
@ApplicationScoped
class EventLog {

    private static final Logger LOG = Logger.getLogger(EventLog.class);

    private final KafkaConfig kafka;
    private final FeedConfig config;
    private final TopicLookup lookup;
    private final Clock clock;
    private final ThreadPoolExecutor threads;
    private final OutageNotice notice = new OutageNotice();
    private final ConcurrentLinkedQueue<LogReader> idle = new ConcurrentLinkedQueue<>();

    EventLog(KafkaConfig kafka, FeedConfig config, TopicLookup lookup, Clock clock) {
        this.kafka = kafka;
        this.config = config;
        this.lookup = lookup;
        this.clock = clock;
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(config.waiting());
        this.threads = new ThreadPoolExecutor(
                config.readers(), config.readers(), 60, TimeUnit.SECONDS, waiting, task -> new Thread(task, "feed"));
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Reads what there is after a cursor.
     *
     * @param question from where, what and how much
     * @return the page; failed with a {@link ProblemException} when the log is unavailable, overloaded, another one or the cursor too old
     */
    Future<FeedPage> read(FeedQuery question) {
        Context caller = Vertx.currentContext();
        Promise<FeedPage> promise = Promise.promise();
        try {
            threads.execute(() -> {
                Future<FeedPage> result = readNow(question);
                caller.runOnContext(back -> result.onComplete(promise));
            });
        } catch (RejectedExecutionException full) {
            promise.fail(LogProblems.unavailable());
        }
        return promise.future();
    }

    private Future<FeedPage> readNow(FeedQuery question) {
        LogReader reader = null;
        try {
            LogTopics topics = lookup.recent();
            requireAll(question, topics);
            reader = take(topics);
            Future<FeedPage> answer = answer(reader, question);
            boolean same = topics.stillIn(lookup.now());
            idle.add(reader);
            if (notice.over()) {
                LOG.info("The event log can be read again");
            }
            return same ? answer : Future.failedFuture(LogProblems.unavailable());
        } catch (ProblemException problem) {
            return Future.failedFuture(problem);
        } catch (KafkaException broken) {
            if (notice.due()) {
                LOG.warnf("The event log cannot be read: %s", broken.toString());
            }
            if (reader != null) {
                reader.close();
            }
            return Future.failedFuture(LogProblems.unavailable());
        }
    }

    private static Future<FeedPage> answer(LogReader reader, FeedQuery question) {
        try {
            return Future.succeededFuture(reader.read(question));
        } catch (ProblemException problem) {
            return Future.failedFuture(problem);
        }
    }

    /** Without a topic that was there, the log is not what it was, and nobody can tell yet what it will be. */
    private void requireAll(FeedQuery question, LogTopics topics) {
        Set<String> absent = new TreeSet<>(lookup.missing());
        question.after().map(FeedCursor::topics).ifPresent(absent::addAll);
        absent.retainAll(LogTopics.NAMES);
        absent.removeIf(topics::has);
        if (!absent.isEmpty()) {
            throw LogProblems.absent(absent);
        }
    }

    /** A consumer remembers more of a log than its offsets, so each log has consumers of its own. */
    private LogReader take(LogTopics topics) {
        for (LogReader free = idle.poll(); free != null; free = idle.poll()) {
            if (free.topics().byName().equals(topics.byName())) {
                return free;
            }
            free.close();
        }
        return new LogReader(Consumers.create(kafka.bootstrapServers()), topics, lookup, config, clock);
    }

    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdown();
        if (threads.awaitTermination(5, TimeUnit.SECONDS)) {
            idle.forEach(LogReader::close);
        }
    }
}
