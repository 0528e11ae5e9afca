package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aTraceGoesOnWithASpanOfItsOwn() {
        TraceParent own = TraceParent.continueFrom("00-" + TRACE + "-" + SPAN + "-00");

        assertThat(own.traceId()).isEqualTo(TRACE);
        assertThat(own.spanId()).isNotEqualTo(SPAN);
        assertThat(own.header()).matches("00-" + TRACE + "-[0-9a-f]{16}-00");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "rubbish",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-01\r\nX: y",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01"
            })
    void whatIsNoTraceBeginsANewOne(String header) {
        TraceParent fresh = TraceParent.continueFrom(header);

        assertThat(fresh.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(fresh.traceId()).isNotEqualTo(TRACE);
    }

    @Test
    void aVersionYetToComeIsTaken() {
        assertThat(TraceParent.continueFrom("01-" + TRACE + "-" + SPAN + "-01-more")
                        .header())
                .startsWith("00-" + TRACE);
    }
}
