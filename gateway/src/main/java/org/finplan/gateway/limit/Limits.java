package org.finplan.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.key.KeyUse;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.gateway.scope.Scope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/**
 * How fast and how much a caller may ask: a token bucket for each client and route class, on this gateway; the quotas of API
 * keys, over all gateways. Every answer says how both stand (draft-ietf-httpapi-ratelimit-headers).
 */
@Singleton
public class Limits {

    private static final int MOST_CLIENTS = 100_000;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    private final RatesConfig config;
    private final KeyUse use;
    private final Costs costs;
    private final Map<String, Rate> byClass = new HashMap<>();
    private final Cache<Who, Meter> clients = meters(MOST_CLIENTS);
    private final Cache<Who, Meter> addresses = meters(MOST_ADDRESSES);

    Limits(RatesConfig config, KeyUse use) {
        this.config = config;
        this.use = use;
        this.costs = new Costs(config.costs().values().stream()
                .map(cost -> new Costs.Entry(
                        cost.path(), cost.method().orElse(""), cost.parameter().orElse(""), cost.requests()))
                .toList());
        config.routes().forEach((name, entry) -> byClass.put(name, Rate.of(name, entry.perSecond(), entry.burst())));
    }

    /** Who is metered for what. */
    private record Who(String client, String subject, String routeClass) {}

    /** A bucket and its rate. */
    private record Meter(Rate rate, Bucket bucket) {}

    /**
     * Lets a request go on while its caller is within its limits.
     *
     * @param context a request with a caller
     */
    public void handle(RoutingContext context) {
        Identity caller = Identity.of(context);
        Exchange exchange = Exchange.of(context);
        if (exchange.service().isEmpty()) {
            // So that a request that is refused here is recorded under its area; what answers it says it better.
            exchange.routedTo(ownClass(context));
        }
        Meter meter = meter(context, caller);
        HttpServerRequest request = context.request();
        int cost = costs.of(request.method().name(), request.path(), request.query());
        // What costs more than the bucket holds takes all of it, or it could never be asked for.
        ConsumptionProbe probe = meter.bucket()
                .tryConsumeAndReturnRemaining(Math.min(cost, meter.rate().burst()));
        StringBuilder policy = new StringBuilder(meter.rate().policy());
        StringBuilder state = new StringBuilder(64);
        state(state, meter.rate().name(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
        boolean quotaLeft = true;
        List<KeyUse.QuotaState> standings = List.of();
        if (probe.isConsumed() && caller.credential() instanceof Credential.Key key) {
            KeyUse.Taken taken = use.take(key);
            quotaLeft = taken.granted();
            standings = taken.standings();
            standings.forEach(standing -> add(standing, policy, state));
        }
        context.response().putHeader(POLICY, policy).putHeader(STATE, state);
        if (!probe.isConsumed()) {
            throw tooFast(seconds(probe.getNanosToWaitForRefill()));
        }
        if (!quotaLeft) {
            throw usedUp(standings);
        }
        context.next();
    }

    private Meter meter(RoutingContext context, Identity caller) {
        if (caller.credential() instanceof Credential.None) {
            return addresses.get(
                    new Who(network(Exchange.of(context).connection().address()), "", "public"), absent -> {
                        Rate rate = Rate.of("public", config.publicPerSecond(), config.publicBurst());
                        return new Meter(rate, rate.bucket());
                    });
        }
        return clients.get(
                new Who(caller.client(), caller.subject(), routeClass(context)),
                who -> meter(who.routeClass(), caller));
    }

    private Meter meter(String routeClass, Identity caller) {
        Rate usual = byClass.getOrDefault(routeClass, Rate.of(routeClass, config.perSecond(), config.burst()));
        if (caller.credential() instanceof Credential.Key key
                && key.allowance().perSecond().isPresent()) {
            int perSecond = key.allowance().perSecond().get();
            long burst = Math.max(perSecond, (long) perSecond * usual.burst() / usual.perSecond());
            usual = Rate.of(routeClass, perSecond, (int) Math.min(burst, Integer.MAX_VALUE));
        }
        return new Meter(usual, usual.bucket());
    }

    private static String routeClass(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        return exchange.service().isPresent() ? exchange.route() : ownClass(context);
    }

    private static String ownClass(RoutingContext context) {
        return Scope.ownArea(context.request().path()).orElse("other");
    }

    /** The address, of IPv6 the network of 64 bits that one household or machine has for itself. */
    static String network(String address) {
        int colons = 0;
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == ':') {
                colons++;
                if (colons == 4) {
                    return address.substring(0, i);
                }
            }
        }
        return address;
    }

    private static void add(KeyUse.QuotaState standing, StringBuilder policy, StringBuilder state) {
        policy.append(", \"").append(standing.name()).append("\";q=").append(standing.most());
        policy.append(";w=").append(standing.window().toSeconds());
        state.append(", ");
        state(state, standing.name(), standing.left(), standing.untilReset().toSeconds() + 1);
    }

    private static void state(StringBuilder text, String name, long left, long seconds) {
        text.append('"').append(name).append("\";r=").append(left).append(";t=").append(seconds);
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
    }

    private static ProblemException tooFast(long seconds) {
        return ProblemException.of(
                        WebError.TOO_MANY_REQUESTS,
                        "请求过于频繁，请在 " + seconds + " 秒后重试。",
                        "Too many requests; try again in " + seconds + " seconds.")
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static ProblemException usedUp(List<KeyUse.QuotaState> standings) {
        KeyUse.QuotaState used = standings.stream()
                .filter(standing -> standing.left() == 0)
                .reduce((day, month) -> month)
                .orElseThrow();
        long seconds = used.untilReset().toSeconds() + 1;
        boolean day = used.name().equals("day");
        return ProblemException.of(
                        GatewayError.QUOTA_EXCEEDED,
                        "该密钥" + (day ? "今日" : "本月") + "的 " + used.most() + " 次请求配额已用完。",
                        "The " + used.most() + " requests of this " + used.name() + " are used up.")
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static Cache<Who, Meter> meters(int most) {
        // Upkeep on the thread at hand: a pool for it would have another thread woken every few requests.
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(most)
                .expireAfterAccess(IDLE)
                .build();
    }
}
