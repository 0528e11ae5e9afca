package org.finplan.platform.web.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The W3C trace context of the work in hand. A request gets one at the door; other work, such as reacting to an event,
 * opens one itself. It stands in the logging context as well, so that each log line carries it. When OpenTelemetry is
 * on, its current span is the trace context.
 */
public final class TraceContext {

    /** Key of the trace id in the logging context; OpenTelemetry writes the same one. */
    public static final String TRACE_ID = "traceId";

    private static final String TRACEPARENT = "traceparent";
    private static final String REQUEST_ID = "requestId";
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}).*");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final String UNKNOWN_VERSION = "ff";
    private static final int LONGEST = 55;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceContext() {}

    /** {@return the {@code traceparent} of the work in hand, or null when there is none} */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                    + span.getTraceFlags().asHex();
        }
        return (String) MDC.get(TRACEPARENT);
    }

    /** {@return the trace id of the work in hand (32 hexadecimal digits), or null when there is none} */
    public static String traceId() {
        String current = current();
        return current == null ? null : current.substring(3, 35);
    }

    /** {@return the id of the request in hand, as the caller sent it or as it was made at the door; null outside one} */
    public static String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    /**
     * Goes on with a trace on this thread until the scope is closed. Made for work outside a request, such as reacting
     * to an event.
     *
     * @param parent the {@code traceparent} that caused the work; a new trace begins when it is null or malformed
     * @return closes the context and brings back the one before
     */
    public static Scope open(String parent) {
        Scope scope = new Scope(MDC.get(TRACEPARENT), MDC.get(TRACE_ID));
        enter(parent);
        return scope;
    }

    /** Goes on with a trace for the rest of the request, whose logging context ends with it. */
    static void enter(String parent) {
        String own = childOf(parent);
        MDC.put(TRACEPARENT, own);
        MDC.put(TRACE_ID, own.substring(3, 35));
    }

    static void enterRequest(String requestId) {
        MDC.put(REQUEST_ID, requestId);
    }

    /** A new span in the trace of a parent, or in a new trace when the parent is no valid traceparent. */
    static String childOf(String parent) {
        Matcher matcher = parent == null ? null : FORM.matcher(parent);
        if (matcher == null || !matcher.matches() || !isValid(parent, matcher)) {
            return "00-" + randomHex(16) + "-" + randomHex(8) + "-01";
        }
        return "00-" + matcher.group(1) + "-" + randomHex(8) + "-" + matcher.group(3);
    }

    private static boolean isValid(String parent, Matcher matcher) {
        boolean lengthFits = parent.length() == LONGEST || (!parent.startsWith("00") && parent.charAt(LONGEST) == '-');
        return lengthFits
                && !parent.startsWith(UNKNOWN_VERSION)
                && !matcher.group(1).equals(NO_TRACE)
                && !matcher.group(2).equals(NO_SPAN);
    }

    private static String randomHex(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** An open trace context. */
    public static final class Scope implements AutoCloseable {

        private final Object traceparentBefore;
        private final Object traceIdBefore;

        private Scope(Object traceparentBefore, Object traceIdBefore) {
            this.traceparentBefore = traceparentBefore;
            this.traceIdBefore = traceIdBefore;
        }

        @Override
        public void close() {
            restore(TRACEPARENT, traceparentBefore);
            restore(TRACE_ID, traceIdBefore);
        }

        private static void restore(String key, Object before) {
            if (before == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, before);
            }
        }
    }
}
