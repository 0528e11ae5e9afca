package org.finplan.platform.outbox.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.finplan.platform.outbox.TestDatabase;
import org.finplan.platform.outbox.TestServers;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lease belongs to one at a time, passes on when it runs out, and fences those who held it before. */
class LeaseTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private TestDatabase database;
    private Handle one;
    private Handle other;

    @BeforeEach
    void open() {
        database = TestDatabase.create(TestServers.postgres());
        one = database.sessions().open();
        other = database.sessions().open();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void belongsToOneAtATime() {
        Lease mine = new Lease("work", LONG);
        LeaseTerm term = mine.take(one).orElseThrow();

        assertThat(new Lease("work", LONG).take(other)).isEmpty();
        assertThat(mine.take(one)).as("not even to its holder twice").isEmpty();
        assertThat(new Lease("other work", LONG).take(other)).isPresent();
        mine.renew(one, term);
        assertThat(term.isValid()).isTrue();
    }

    @Test
    void isFreeAtOnceWhenItIsGivenBack() {
        Lease mine = new Lease("work", LONG);
        LeaseTerm term = mine.take(one).orElseThrow();
        mine.release(one, term);

        assertThat(term.isValid()).isFalse();
        LeaseTerm next = new Lease("work", LONG).take(other).orElseThrow();
        assertThat(next.number()).isEqualTo(term.number() + 1);
    }

    @Test
    void survivesTheSessionThatTookItAndRunsOutWithoutOne() {
        LeaseTerm term = new Lease("work", SHORT).take(one).orElseThrow();
        one.close();

        Lease theirs = new Lease("work", LONG);
        Optional<LeaseTerm> next = await().until(() -> theirs.take(other), Optional::isPresent);
        assertThat(next.orElseThrow().number()).isGreaterThan(term.number());
        assertThat(term.isValid()).isFalse();
    }

    @Test
    void fencesWhoeverSleptThroughTheEndOfItsTerm() {
        Lease mine = new Lease("work", SHORT);
        LeaseTerm slept = mine.take(one).orElseThrow();
        Lease theirs = new Lease("work", LONG);
        LeaseTerm present =
                await().until(() -> theirs.take(other), Optional::isPresent).orElseThrow();

        assertThatThrownBy(slept::requireValid).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> mine.renew(one, slept)).isInstanceOf(LeaseLostException.class);
        mine.release(one, slept);
        theirs.renew(other, present);
        assertThat(mine.take(one))
                .as("a release under the old term gave nothing back")
                .isEmpty();
    }

    @Test
    void runsOutHereNoLaterThanThere() {
        long[] now = {0};
        Lease mine = new Lease("work", Duration.ofSeconds(3), () -> now[0]);
        LeaseTerm term = mine.take(one).orElseThrow();

        now[0] = Duration.ofSeconds(3).toNanos() - 1;
        assertThat(term.isValid()).isTrue();
        now[0]++;
        assertThat(term.isValid()).isFalse();
        mine.renew(one, term);
        assertThat(term.isValid()).isTrue();
    }
}
