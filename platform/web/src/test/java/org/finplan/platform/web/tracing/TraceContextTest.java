package org.finplan.platform.web.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    @Test
    void hasNoneOutsideOfWork() {
        assertThat(TraceContext.current()).isNull();
        assertThat(TraceContext.traceId()).isNull();
    }

    @Test
    void goesOnWithTheTraceOfItsParentInASpanOfItsOwn() {
        try (TraceContext.Scope scope = TraceContext.open(PARENT)) {
            assertThat(scope).isNotNull();
            assertThat(TraceContext.current())
                    .matches(FORM)
                    .startsWith("00-" + TRACE)
                    .isNotEqualTo(PARENT);
            assertThat(TraceContext.traceId()).isEqualTo(TRACE);
        }
        assertThat(TraceContext.current()).isNull();
    }

    @Test
    void bringsBackTheContextBefore() {
        try (TraceContext.Scope outer = TraceContext.open(PARENT)) {
            String before = TraceContext.current();
            try (TraceContext.Scope inner = TraceContext.open(null)) {
                assertThat(TraceContext.traceId()).isNotEqualTo(TRACE);
                assertThat(inner).isNotSameAs(outer);
            }
            assertThat(TraceContext.current()).isEqualTo(before);
        }
    }
}
