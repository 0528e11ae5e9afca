package org.finplan.gateway.feed;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.finplan.platform.outage.Backoff;

/**
 * Asks the broker which topics of the suite exist and under which ids, with one client for all. There is one look at a time;
 * who comes meanwhile waits for it and shares it. While looks fail they are made after growing pauses, and who comes in a
 * pause fails at once. Blocks, so not for event loops.
 */
@ApplicationScoped
class TopicLookup {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final long TRUSTED_NANOS = Duration.ofSeconds(2).toNanos();

    /** After so long without an answer the broker may have another address, which a client looks up but once. */
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final KafkaConfig kafka;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
    private final Map<Uuid, Long> firstSeen = new HashMap<>();
    private final Set<String> everSeen = new TreeSet<>();
    private volatile LogTopics latest;
    private KafkaException failure;
    private long nextLook;
    private long answeredNanos;
    private Admin admin;
    private boolean closed;

    TopicLookup(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /**
     * The topics as they were a moment ago.
     *
     * @return what a look of the last two seconds saw
     * @throws KafkaException when the broker does not say
     */
    LogTopics recent() {
        LogTopics known = latest;
        long now = System.nanoTime();
        return known != null && now - known.askedNanos() < TRUSTED_NANOS ? known : askedSince(now);
    }

    /**
     * The topics as they are.
     *
     * @return what a look saw that began after this call
     * @throws KafkaException when the broker does not say
     */
    LogTopics now() {
        return askedSince(System.nanoTime());
    }

    /** {@return what the last look saw that succeeded, however long ago; null before the first} */
    LogTopics latest() {
        return latest;
    }

    /** {@return topics that this gateway has seen and that the last look did not see} */
    synchronized Set<String> missing() {
        Set<String> missing = new TreeSet<>(everSeen);
        if (latest != null) {
            missing.removeAll(latest.byName().keySet());
        }
        return missing;
    }

    /** {@return how long this gateway has known a topic of that id} */
    synchronized Duration knownFor(Uuid id) {
        Long first = firstSeen.get(id);
        return first == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - first);
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        disconnect();
    }

    private synchronized LogTopics askedSince(long instant) {
        if (latest != null && latest.askedNanos() - instant >= 0) {
            return latest;
        }
        if (closed || (failure != null && System.nanoTime() - nextLook < 0)) {
            throw new TimeoutException("The topics of the event log are not known", failure);
        }
        try {
            LogTopics found = look();
            failure = null;
            backoff.reset();
            remember(found);
            return found;
        } catch (KafkaException broken) {
            failure = broken;
            nextLook = System.nanoTime() + backoff.nextNanos();
            throw broken;
        }
    }

    private LogTopics look() {
        long asked = System.nanoTime();
        Map<String, KafkaFuture<TopicDescription>> answers = admin(asked)
                .describeTopics(LogTopics.NAMES, new DescribeTopicsOptions().timeoutMs(TIMEOUT_MILLIS))
                .topicNameValues();
        Map<String, LogTopics.Topic> found = new TreeMap<>();
        answers.forEach((name, answer) -> {
            TopicDescription topic = await(answer);
            if (topic != null) {
                found.put(
                        name,
                        new LogTopics.Topic(topic.topicId(), topic.partitions().size()));
            }
        });
        answeredNanos = System.nanoTime();
        return new LogTopics(found, asked);
    }

    /** The description of a topic, null when the broker has none of that name. */
    private static TopicDescription await(KafkaFuture<TopicDescription> answer) {
        try {
            return answer.get(2L * TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException("The broker does not describe its topics", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed.getCause());
        }
    }

    private void remember(LogTopics found) {
        latest = found;
        everSeen.addAll(found.byName().keySet());
        Set<Uuid> present = new HashSet<>();
        found.byName().values().forEach(topic -> {
            present.add(topic.id());
            firstSeen.putIfAbsent(topic.id(), found.askedNanos());
        });
        firstSeen.keySet().retainAll(present);
    }

    private Admin admin(long now) {
        if (admin != null && now - answeredNanos >= PATIENCE_NANOS) {
            disconnect();
        }
        if (admin == null) {
            answeredNanos = now;
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.bootstrapServers(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    TIMEOUT_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    TIMEOUT_MILLIS,
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                    500));
        }
        return admin;
    }

    private void disconnect() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
