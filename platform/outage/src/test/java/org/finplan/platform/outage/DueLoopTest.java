package org.finplan.platform.outage;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
        DueWork unfindable = DueWork.of(
                () -> {
                    throw new IllegalStateException("a statement that is wrong");
                },
                id -> {});
        DueWork work = DueWork.of(
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
    void aRoundThatFailsKeepsNoOtherWaitingAndTurnsAgain() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger turned = new AtomicInteger();
        DueRound stubborn = () -> {
            failed.incrementAndGet();
            throw new IllegalStateException("never");
        };
        waiting.add(EASY);
        DueWork work = DueWork.of(() -> List.copyOf(waiting), waiting::remove);
        loop = new DueLoop("sample", Duration.ofMillis(5), List.of(work), List.of(stubborn, turned::incrementAndGet));
        loop.start();

        await().until(() -> turned.get() > 1 && failed.get() > 1 && waiting.isEmpty());
    }

    @Test
    void aHundredThatFailDoNotKeepTheNextOneWaiting() {
        List<UUID> failing = Stream.generate(UUID::randomUUID).limit(100).toList();
        waiting.add(EASY);
        DueWork work = new DueWork() {
            @Override
            public List<UUID> due() {
                return due(Set.of());
            }

            @Override
            public List<UUID> due(Set<UUID> putBack) {
                return Stream.concat(failing.stream(), Stream.of(EASY))
                        .filter(id -> !putBack.contains(id) && (failing.contains(id) || waiting.contains(id)))
                        .limit(100)
                        .toList();
            }

            @Override
            public void perform(UUID id) {
                if (failing.contains(id)) {
                    throw new IllegalStateException("never");
                }
                waiting.remove(id);
            }
        };
        loop = new DueLoop("sample", Duration.ofMillis(5), List.of(work));
        loop.start();

        await().until(waiting::isEmpty);
    }
}
