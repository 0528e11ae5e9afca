package org.finplan.platform.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The header {@code traceparent} of W3C trace context: which trace a piece of work belongs to.
 *
 * @param traceId 32 hexadecimal digits, never all zero
 * @param spanId 16 hexadecimal digits, never all zero
 * @param flags 2 hexadecimal digits
 */
public record TraceParent(String traceId, String spanId, String flags) {

    /** Name of the header. */
    public static final String NAME = "traceparent";

    private static final HexFormat HEX = HexFormat.of();
    private static final String SAMPLED = "01";

    /** The carrier is the value of the one header. */
    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(String header) {
            return List.of(NAME);
        }

        @Override
        public String get(String header, String name) {
            return name.equals(NAME) ? header : null;
        }
    };

    /**
     * Goes on with the caller's trace, or begins one when the header is absent or malformed.
     *
     * @param header value of the header, or null
     * @return the context of this piece of work: the caller's trace with a span of its own
     */
    public static TraceParent continueFrom(String header) {
        if (header != null) {
            SpanContext parent = Span.fromContext(
                            W3CTraceContextPropagator.getInstance().extract(Context.root(), header, GETTER))
                    .getSpanContext();
            if (parent.isValid()) {
                return new TraceParent(
                        parent.getTraceId(), newSpan(), parent.getTraceFlags().asHex());
            }
        }
        return new TraceParent(newSpan() + newSpan(), newSpan(), SAMPLED);
    }

    /** {@return the value of the header} */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String newSpan() {
        long value;
        do {
            value = ThreadLocalRandom.current().nextLong();
        } while (value == 0);
        return HEX.toHexDigits(value);
    }
}
