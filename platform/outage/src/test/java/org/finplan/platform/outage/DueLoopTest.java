package org.finplan.platform.outage;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.finplan.platform.outage.DueLoop.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueLoopTest {

    private static final UUID STUBBORN = UUID.randomUUID();
    private static final UUID EASY = UUID.randomUUID();

    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private DueLoop loop;

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void whatFailsIsTriedAgainAndKeepsNothingElseWaiting() {
        waiting.addAll(List.of(STUBBORN, EASY));
        Work unfindable = new Work(
                () -> {
                    throw new IllegalStateException("a statement that is wrong");
                },
                id -> {});
        Work work = new Work(
                () -> List.of(STUBBORN, EASY).stream().filter(waiting::contains).toList(), id -> {
                    if (id.equals(STUBBORN) && attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    waiting.remove(id);
                });
        loop = new DueLoop("sample", Duration.ofMillis(5), List.of(unfindable, work));
        loop.start();

        await().until(() -> !waiting.contains(EASY));
        await().atMost(Duration.ofSeconds(60)).until(waiting::isEmpty);
    }

    @Test
    void aHundredThatFailDoNotKeepTheNextOneWaiting() {
        List<UUID> failing = Stream.generate(UUID::randomUUID).limit(100).toList();
        waiting.add(EASY);
        Work work = new Work(
                putBack -> Stream.concat(failing.stream(), Stream.of(EASY))
                        .filter(id -> !putBack.contains(id) && (failing.contains(id) || waiting.contains(id)))
                        .limit(100)
                        .toList(),
                id -> {
                    if (failing.contains(id)) {
                        throw new IllegalStateException("never");
                    }
                    waiting.remove(id);
                });
        loop = new DueLoop("sample", Duration.ofMillis(5), List.of(work));
        loop.start();

        await().until(waiting::isEmpty);
    }
}
