package org.finplan.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostponedTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Postponed postponed = new Postponed();
    private final UUID stubborn = UUID.randomUUID();

    @Test
    void eachFailureWaitsTwiceAsLongAsTheOneBefore() {
        postponed.failed(stubborn, 0);
        assertThat(postponed.at(SECOND - 1)).containsExactly(stubborn);
        assertThat(postponed.at(SECOND)).isEmpty();
        postponed.failed(stubborn, SECOND);
        assertThat(postponed.at(3 * SECOND - 1)).containsExactly(stubborn);
        assertThat(postponed.at(3 * SECOND)).isEmpty();
        for (int i = 0; i < 100; i++) {
            postponed.failed(stubborn, 0);
        }
        assertThat(postponed.at(512 * SECOND)).as("less than ten minutes").isEmpty();
    }

    @Test
    void whatIsDoneIsForgottenAndStartsAnew() {
        postponed.failed(stubborn, 0);
        postponed.failed(stubborn, 0);
        postponed.done(stubborn);
        assertThat(postponed.at(0)).isEmpty();
        postponed.failed(stubborn, 0);
        assertThat(postponed.at(SECOND)).isEmpty();
    }

    @Test
    void thereAreNeverMoreThanSoMany() {
        for (int i = 0; i < Postponed.MOST + 5; i++) {
            postponed.failed(new UUID(0, i), 0);
        }
        assertThat(postponed.at(0)).hasSize(Postponed.MOST).doesNotContain(new UUID(0, 4));
    }
}
