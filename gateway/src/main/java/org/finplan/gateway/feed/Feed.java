package org.finplan.gateway.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.finplan.gateway.edge.Parameters;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;
import org.finplan.platform.events.StructuredEvents;
import org.finplan.platform.http.Accept;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** {@code GET /api/v1/events}: the event log for those who do not speak Kafka, as a long poll. */
@ApplicationScoped
public class Feed {

    /** Path of the feed. */
    public static final String PATH = "/api/v1/events";

    private static final List<String> PARAMETERS = List.of("after", "types", "region", "limit", "wait");
    private static final int MOST = 500;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final String NOW = "now";

    private final Vertx vertx;
    private final EventLog log;
    private final LogTail tail;
    private final PlanRegister plans;
    private volatile boolean stopping;

    Feed(Vertx vertx, EventLog log, LogTail tail, PlanRegister plans) {
        this.vertx = vertx;
        this.log = log;
        this.tail = tail;
        this.plans = plans;
    }

    /**
     * Answers a look into the feed.
     *
     * @param context the request
     */
    public void handle(RoutingContext context) {
        Exchange.of(context).routedTo("events");
        Parameters parameters = Parameters.of(context, PARAMETERS);
        int wait = parameters.number("wait", 0, LONGEST_WAIT_SECONDS, 0);
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        look(context, question(parameters, Identity.of(context)), deadline);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        tail.release();
    }

    private FeedQuery question(Parameters parameters, Identity caller) {
        EventFilter filter = new EventFilter(
                caller, caller.regionAccess().readable(plans.regions()), types(parameters), onlyRegions(parameters));
        if (!filter.readsAnything()) {
            throw ProblemException.of(WebError.FORBIDDEN, "您的角色不能读取事件。", "Your roles do not read events.");
        }
        String after = parameters.find("after").orElse("");
        boolean fromNow = after.equals(NOW);
        Optional<FeedCursor> cursor = after.isEmpty() || fromNow ? Optional.empty() : Optional.of(cursor(after));
        return new FeedQuery(cursor, fromNow, filter, parameters.number("limit", 1, MOST, 50));
    }

    private static FeedCursor cursor(String text) {
        return FeedCursor.decode(text)
                .orElseThrow(() -> ProblemException.of(
                        WebError.INVALID_CURSOR,
                        "after 须为本接口返回的 nextCursor，或 now。",
                        "after must be a nextCursor of this feed, or now."));
    }

    private static Set<String> types(Parameters parameters) {
        List<String> known = EventCatalog.types().stream().map(EventType::name).toList();
        Set<String> types = new TreeSet<>(Arrays.asList(
                parameters.find("types").map(text -> text.split(",", -1)).orElse(new String[0])));
        if (!known.containsAll(types)) {
            throw parameters.invalid("types", known);
        }
        return types;
    }

    private Set<String> onlyRegions(Parameters parameters) {
        return parameters
                .find("region")
                .map(region -> {
                    Set<String> subtree = plans.regions().subtree(region);
                    if (subtree.isEmpty()) {
                        throw parameters.invalid("region", plans.regionCodes());
                    }
                    return subtree;
                })
                .orElse(Set.of());
    }

    private void look(RoutingContext context, FeedQuery question, long deadline) {
        log.read(question)
                .onSuccess(page -> {
                    long left = deadline - System.nanoTime();
                    if (!page.events().isEmpty() || left <= 0 || stopping) {
                        answer(context, page);
                    } else {
                        await(context, question.after(page.next()), page, left);
                    }
                })
                .onFailure(context::fail);
    }

    /** Waits for the log to grow, for the deadline or for the caller to go, whichever comes first. */
    private void await(RoutingContext context, FeedQuery question, FeedPage empty, long left) {
        long deadline = System.nanoTime() + left;
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong timer = new AtomicLong();
        Runnable forget = tail.whenBeyond(empty.next(), () -> {
            if (done.compareAndSet(false, true)) {
                vertx.cancelTimer(timer.get());
                look(context, question, deadline);
            }
        });
        timer.set(vertx.setTimer(Math.max(1, left / 1_000_000), late -> {
            if (done.compareAndSet(false, true)) {
                forget.run();
                answer(context, empty);
            }
        }));
        context.addEndHandler(gone -> {
            done.set(true);
            vertx.cancelTimer(timer.get());
            forget.run();
        });
    }

    private static void answer(RoutingContext context, FeedPage page) {
        String next = page.next().encode();
        Accept accept = Accept.of(context.request().headers().getAll("Accept"));
        context.response().putHeader("Cache-Control", "no-store");
        if (accept.names(StructuredEvents.BATCH_MEDIA_TYPE)) {
            context.response().putHeader("Link", "<" + link(context, next) + ">; rel=\"next\"");
            byte[] batch = StructuredEvents.batch(page.events());
            Answers.send(context, 200, StructuredEvents.BATCH_MEDIA_TYPE, Buffer.buffer(batch));
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addAll(page.events());
        body.put("nextCursor", next);
        Answers.send(context, 200, "application/json", Buffer.buffer(StructuredEvents.bytes(body)));
    }

    private static String link(RoutingContext context, String next) {
        StringBuilder link = new StringBuilder(PATH).append("?after=").append(next);
        for (String name : PARAMETERS) {
            String value = context.queryParams().get(name);
            if (value != null && !name.equals("after")) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return link.toString();
    }
}
