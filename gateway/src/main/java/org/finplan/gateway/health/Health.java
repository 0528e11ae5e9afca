package org.finplan.gateway.health;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.feed.EventLogState;
import org.finplan.gateway.service.Service;
import org.finplan.gateway.service.Services;

/**
 * {@code GET /health}: the gateway, its services and the event log at one look. Open to all, so it says no more than up,
 * degraded or down.
 */
@ApplicationScoped
public class Health {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Services services;
    private final EventLogState log;
    private final AtomicReference<Look> latest = new AtomicReference<>();

    Health(Services services, EventLogState log) {
        this.services = services;
        this.log = log;
    }

    /** How a part is, the better the earlier. */
    private enum State {
        UP,
        DEGRADED,
        DOWN;

        static State of(boolean up, boolean degraded) {
            if (!up) {
                return DOWN;
            }
            return degraded ? DEGRADED : UP;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Answers 503 when something is down and 200 otherwise.
     *
     * @param context the request
     */
    public void handle(RoutingContext context) {
        Exchange.of(context).routedTo("health");
        look().onSuccess(parts -> {
                    State worst =
                            parts.stream().map(Part::state).max(naturalOrder()).orElse(State.UP);
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.put("status", worst.word());
                    ObjectNode list = body.putObject("parts");
                    parts.forEach(part -> list.put(part.name(), part.state().word()));
                    ObjectNode instances = body.putObject("instances");
                    services.all().forEach(service -> instances
                            .putObject(service.name())
                            .put("up", service.wellInstances())
                            .put("of", service.instances().size()));
                    context.response().putHeader("Cache-Control", "no-store");
                    Answers.json(context, worst == State.DOWN ? 503 : 200, body);
                })
                .onFailure(context::fail);
    }

    /** One look serves everybody for a second, so that asking for health is no way to load the services. */
    private Future<List<Part>> look() {
        Look known = latest.get();
        if (known != null && System.nanoTime() - known.atNanos() < KEPT_NANOS) {
            return known.parts();
        }
        Look fresh = new Look(System.nanoTime(), ask());
        return latest.compareAndSet(known, fresh) ? fresh.parts() : latest.get().parts();
    }

    private Future<List<Part>> ask() {
        List<Future<Part>> asked = new ArrayList<>();
        asked.add(Future.succeededFuture(new Part("events", State.of(log.reachable(), false))));
        for (Service service : services.all()) {
            asked.add(service.check().map(well -> new Part(service.name(), State.of(well, service.degraded()))));
        }
        return Future.all(asked).map(done -> asked.stream().map(Future::result).toList());
    }

    private record Part(String name, State state) {}

    private record Look(long atNanos, Future<List<Part>> parts) {}
}
