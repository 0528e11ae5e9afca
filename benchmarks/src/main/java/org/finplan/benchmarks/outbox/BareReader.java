package org.finplan.benchmarks.outbox;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.outbox.kafka.KafkaEvents;

/** Notes when events arrive and does nothing else with them. */
final class BareReader {

    private final Consumer<String, byte[]> consumer;
    private final Times times;
    private final Thread thread;
    private volatile boolean stopped;

    BareReader(Consumer<String, byte[]> consumer, String topic, Times times) {
        this.consumer = consumer;
        this.times = times;
        this.thread = new Thread(this::run, "bare-reader");
        consumer.subscribe(List.of(topic));
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (!stopped) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(received -> times.end(CloudEvents.envelope(KafkaEvents.headers(received.headers()))
                                .id()));
            }
        }
    }

    void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
