package org.finplan.tasks.supervision.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** The counts that scorecards are read from are at each instant those that counting the matters gives. */
@FinplanTest
class KeptCountsTest {

    private static final int CHANGES = 120;
    private static final int WRITERS = 4;
    private static final int CHANGES_OF_A_WRITER = 40;

    @Inject
    CountFolding folding;

    @Test
    void whatIsKeptIsWhatIsCounted() throws SQLException {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-1", "")) {
            Random random = new Random(1);
            matters.add(1, 200);
            int changed = 0;
            for (int change = 0; change < CHANGES; change++) {
                changed += matters.change(random);
                if (random.nextInt(4) == 0) {
                    matters.connection.commit();
                    folding.fold();
                }
                assertSame(matters, random);
            }
            assertThat(changed).isGreaterThan(CHANGES);
            matters.connection.rollback();
            assertSame(matters, random);
        }
    }

    /** Writers at once, some of which give up, folding all the while, and a reader who sees one instant by both ways. */
    @Test
    void soItIsWhileManyWrite() throws Exception {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-2", "")) {
            matters.add(1, 200);
            matters.connection.commit();
            AtomicInteger writing = new AtomicInteger(WRITERS);
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
            List<Future<Integer>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                done.add(threads.submit(() -> write(number, writing)));
            }
            for (int i = 0; i < 2; i++) {
                done.add(threads.submit((Callable<Integer>) () -> {
                    while (writing.get() > 0) {
                        folding.fold();
                    }
                    return 0;
                }));
            }
            matters.connection.commit();
            matters.connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            Random random = new Random(3);
            int looks = 0;
            while (writing.get() > 0 || looks == 0) {
                assertSame(matters, random);
                matters.connection.commit();
                looks++;
            }
            for (Future<Integer> each : done) {
                each.get();
            }
            threads.shutdown();
            folding.fold();
            assertSame(matters, random);
        }
    }

    private static int write(int number, AtomicInteger writing) throws SQLException {
        try (SampleMatters own = new SampleMatters("SAMPLE-COUNT-2", "")) {
            Random random = new Random(number);
            int written = 0;
            for (int change = 0; change < CHANGES_OF_A_WRITER; change++) {
                own.add(number * 1000 + change, number * 1000 + change + random.nextInt(4));
                // One after another, so that writers of the same matters do not wait for each other in a circle.
                own.jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(4711)"));
                written += own.change(random);
                if (random.nextInt(5) == 0) {
                    own.connection.rollback();
                } else {
                    own.connection.commit();
                }
            }
            return written;
        } finally {
            writing.decrementAndGet();
        }
    }

    private static void assertSame(SampleMatters matters, Random random) {
        UnitScores.Wanted wanted = matters.any(random);
        assertThat(matters.kept(wanted)).as("%s", wanted).isEqualTo(matters.counted(wanted));
    }
}
