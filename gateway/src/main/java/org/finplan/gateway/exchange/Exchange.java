package org.finplan.gateway.exchange;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.finplan.platform.http.TraceParent;

/** What the gateway knows of one request from its arrival to its line in the access log. */
public final class Exchange {

    /** Header with the id of a request; hashed and encoded once, not with each request. */
    public static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");

    /** The header that names the trace; hashed and encoded once, not with each request. */
    public static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized(TraceParent.NAME);

    private static final String KEY = "finplan.exchange";

    private final String requestId;
    private final TraceParent trace;
    private final boolean english;
    private final long startedNanos;
    private final boolean body;
    private final ClientConnection connection;
    private final Context loop;
    private Handler<Boolean> end;
    private String route = "-";
    private String subject = "-";
    private String client = "-";
    private boolean open;
    private String service;

    Exchange(String requestId, TraceParent trace, boolean english, boolean body, ClientConnection connection) {
        this.requestId = requestId;
        this.trace = trace;
        this.english = english;
        this.body = body;
        this.connection = connection;
        this.loop = Vertx.currentContext();
        this.startedNanos = System.nanoTime();
    }

    /**
     * Finds the exchange of a request.
     *
     * @param context the request
     * @return its exchange; every request has one
     */
    public static Exchange of(RoutingContext context) {
        return context.get(KEY);
    }

    /**
     * Lets whoever handles the request find this exchange.
     *
     * @param context the request
     */
    public void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** {@return id of the request, also the answer's {@code X-Request-Id}} */
    public String requestId() {
        return requestId;
    }

    /** {@return trace context of this hop} */
    public TraceParent trace() {
        return trace;
    }

    /** {@return whether the caller reads English rather than Chinese} */
    public boolean english() {
        return english;
    }

    /** {@return the client's connection} */
    public ClientConnection connection() {
        return connection;
    }

    /**
     * The context in which the request arrived, on the event loop of its connection.
     *
     * @return the context; what may be on another thread, or in the context of another request, goes back to it
     */
    public Context loop() {
        return loop;
    }

    /** {@return whether the request announces a body} */
    public boolean hasBody() {
        return body;
    }

    /**
     * Sets what happens at the end of the exchange.
     *
     * @param handler told whether all of the answer was sent
     */
    public void whenOver(Handler<Boolean> handler) {
        end = handler;
    }

    /**
     * Ends the exchange. Vert.x tells of the end of every answer but that of an upgraded connection; whoever upgraded it
     * calls this. Only the first call counts.
     *
     * @param completed whether all of the answer was sent
     */
    public void close(boolean completed) {
        Handler<Boolean> handler = end;
        end = null;
        if (handler != null) {
            handler.handle(completed);
        }
    }

    /**
     * Names the route for the access log and the metrics.
     *
     * @param name of the route
     */
    public void routedTo(String name) {
        this.route = name;
    }

    /**
     * Names the caller for the access log.
     *
     * @param callerSubject who called
     * @param callerClient the client that acts for the subject
     */
    public void calledBy(String callerSubject, String callerClient) {
        this.subject = callerSubject;
        this.client = callerClient;
    }

    /**
     * Names the service that the request goes to.
     *
     * @param name of the service
     */
    public void servedBy(String name) {
        this.service = name;
    }

    /** {@return the service that the request goes to, empty when the gateway answers itself} */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** Says that the request goes where callers need no credentials. */
    public void openToThePublic() {
        this.open = true;
    }

    /** {@return whether a caller needs no credentials} */
    public boolean isOpenToThePublic() {
        return open;
    }

    /** {@return name of the route, a dash without one} */
    public String route() {
        return route;
    }

    /** {@return who called, a dash before that is known} */
    public String subject() {
        return subject;
    }

    /** {@return the client that acts for the subject, a dash before that is known} */
    public String client() {
        return client;
    }

    /** {@return when the request arrived, by {@link System#nanoTime}} */
    public long startedNanos() {
        return startedNanos;
    }
}
