package org.finplan.platform.web.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.finplan.platform.http.TraceParent;
import org.jboss.logging.MDC;

/**
 * The W3C trace context of the work in hand. A request gets one at the door; other work, such as reacting to an event,
 * opens one itself. Its trace id stands in the logging context as well, so that each log line carries it. When OpenTelemetry is
 * on, its current span is the trace context.
 */
public final class TraceContext {

    /** Key of the trace id in the logging context; OpenTelemetry writes the same one. */
    public static final String TRACE_ID = "traceId";

    private static final String REQUEST_ID = "requestId";

    private TraceContext() {}

    /** {@return the {@code traceparent} of the work in hand, or null when there is none} */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                    + span.getTraceFlags().asHex();
        }
        Work work = Work.current();
        return work == null ? null : work.trace().header();
    }

    /** {@return the trace id of the work in hand (32 hexadecimal digits), or null when there is none} */
    public static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        Work work = Work.current();
        return work == null ? null : work.trace().traceId();
    }

    /** {@return the id of the request in hand, as the caller sent it or as it was made at the door; null outside one} */
    public static String requestId() {
        Work work = Work.current();
        return work == null ? null : work.requestId();
    }

    /**
     * Goes on with a trace on this thread until the scope is closed. Made for work outside a request, such as reacting
     * to an event.
     *
     * @param parent the {@code traceparent} that caused the work; a new trace begins when it is null or malformed
     * @return closes the context and brings back the one before
     */
    public static Scope open(String parent) {
        Scope scope = new Scope(Work.ON_THREAD.get(), MDC.get(TRACE_ID));
        Work.ON_THREAD.set(new Work(TraceParent.continueFrom(parent), null));
        MDC.put(TRACE_ID, traceId());
        return scope;
    }

    /** Gives a request its trace and its id, until it is answered, whatever thread works on it. */
    static void enterRequest(Context request, String parent, String requestId) {
        Work work = new Work(TraceParent.continueFrom(parent), requestId);
        request.putLocal(Work.class, work);
        MDC.put(TRACE_ID, work.trace().traceId());
        MDC.put(REQUEST_ID, requestId);
    }

    /** A piece of work: that of a thread when it opened one, else that of the request it serves. */
    private record Work(TraceParent trace, String requestId) {

        private static final ThreadLocal<Work> ON_THREAD = new ThreadLocal<>();

        private static Work current() {
            Work own = ON_THREAD.get();
            if (own != null) {
                return own;
            }
            Context context = Vertx.currentContext();
            return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(Work.class) : null;
        }
    }

    /** An open trace context. */
    public static final class Scope implements AutoCloseable {

        private final Work workBefore;
        private final Object traceIdBefore;

        private Scope(Work workBefore, Object traceIdBefore) {
            this.workBefore = workBefore;
            this.traceIdBefore = traceIdBefore;
        }

        @Override
        public void close() {
            if (workBefore == null) {
                Work.ON_THREAD.remove();
            } else {
                Work.ON_THREAD.set(workBefore);
            }
            if (traceIdBefore == null) {
                MDC.remove(TRACE_ID);
            } else {
                MDC.put(TRACE_ID, traceIdBefore);
            }
        }
    }
}
