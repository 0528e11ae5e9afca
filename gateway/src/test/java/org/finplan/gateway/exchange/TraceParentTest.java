package org.finplan.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceParentTest {

    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    @Test
    void aTraceGoesOnWithASpanOfItsOwn() {
        TraceParent own = TraceParent.continueFrom(HEADER);
        assertThat(own.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(own.spanId()).isNotEqualTo("00f067aa0ba902b7");
        assertThat(own.header()).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00");
    }

    @Test
    void whatIsNoTraceBeginsANewOne() {
        for (String header : new String[] {
            null,
            "",
            "x",
            HEADER.replace("00-4", "01-4"),
            HEADER.toUpperCase(java.util.Locale.ROOT),
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            HEADER + "\r\nX: y"
        }) {
            TraceParent fresh = TraceParent.continueFrom(header);
            assertThat(fresh.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
            assertThat(fresh.traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        }
    }
}
