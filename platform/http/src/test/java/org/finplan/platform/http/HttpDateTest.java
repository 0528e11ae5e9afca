package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-03T04:05:06.999Z"));

    @Test
    void dayHasTwoDigitsAndTheSecondIsKept() {
        HttpDate date = new HttpDate(new Moving());
        String first = date.now();
        assertThat(first).isEqualTo("Tue, 03 Feb 2026 04:05:06 GMT");
        now.set(Instant.parse("2026-02-03T04:05:06.001Z"));
        assertThat(date.now()).isSameAs(first);
        now.set(Instant.parse("2026-02-03T04:05:07Z"));
        assertThat(date.now()).isEqualTo("Tue, 03 Feb 2026 04:05:07 GMT");
    }

    private final class Moving extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
