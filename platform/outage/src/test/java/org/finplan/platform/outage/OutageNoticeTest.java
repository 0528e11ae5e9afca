package org.finplan.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutageNoticeTest {

    private long now;
    private final OutageNotice notice = new OutageNotice(() -> now);

    private List<Integer> secondsOfNotices(int seconds) {
        List<Integer> noticed = new ArrayList<>();
        for (int second = 0; second <= seconds; second++) {
            if (notice.due()) {
                noticed.add(second);
            }
            now += TimeUnit.SECONDS.toNanos(1);
        }
        return noticed;
    }

    @Test
    void anAttemptEachSecondSpeaksAtOnceAndThenOnceAMinute() {
        assertThat(secondsOfNotices(300)).containsExactly(0, 60, 120, 180, 240, 300);
    }

    @Test
    void theEndIsToldOnceAndTheNextOutageAtOnce() {
        assertThat(notice.over()).isFalse();
        assertThat(notice.due()).isTrue();
        assertThat(notice.due()).isFalse();
        assertThat(notice.over()).isTrue();
        assertThat(notice.over()).isFalse();
        assertThat(notice.due()).isTrue();
    }
}
