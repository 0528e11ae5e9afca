package org.finplan.gateway.key;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.identity.Credential;
import org.jboss.logging.Logger;

/**
 * Counts the use of API keys across all gateways: each adds what came in to the database and learns the total, once a
 * second and in one statement for all keys. Together the gateways let through more than a quota by at most what the others
 * take within that second. A gateway that is killed loses a second's count; while the database is unavailable each counts alone.
 */
@ApplicationScoped
public class KeyUse {

    private static final Logger LOG = Logger.getLogger(KeyUse.class);
    private static final long INTERVAL_MILLIS = 1_000;
    private static final long UPKEEP_MILLIS = Duration.ofHours(1).toMillis();
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Database database;
    private final UseRepository uses;
    private final Clock clock;
    private final Map<UUID, UseCounter> counters = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    KeyUse(Vertx vertx, Database database, UseRepository uses, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * How one quota of a key stands.
     *
     * @param name {@code day} or {@code month}
     * @param most requests of the period
     * @param left of them, 0 when the request at hand is one too many
     * @param window length of the period
     * @param untilReset time until the next period begins
     */
    public record QuotaState(String name, long most, long left, Duration window, Duration untilReset) {}

    /**
     * Counts a request against the quotas of its key.
     *
     * @param key of the request
     * @return how the quotas stand, and whether the request is within them
     */
    public Taken take(Credential.Key key) {
        Instant now = clock.instant();
        QuotaPeriods periods = QuotaPeriods.at(now);
        long perDay = key.allowance().perDay().orElse(Long.MAX_VALUE);
        long perMonth = key.allowance().perMonth().orElse(Long.MAX_VALUE);
        UseCounter.Used used = counter(key.id(), periods, 0, 0).take(periods, perDay, perMonth);
        boolean granted = used.day() < perDay && used.month() < perMonth;
        List<QuotaState> standings = new ArrayList<>();
        if (perDay != Long.MAX_VALUE) {
            Duration reset = Duration.between(now, periods.dayEnds());
            standings.add(new QuotaState("day", perDay, left(perDay, used.day(), granted), Duration.ofDays(1), reset));
        }
        if (perMonth != Long.MAX_VALUE) {
            Duration month = Duration.ofDays(periods.date().lengthOfMonth());
            Duration reset = Duration.between(now, periods.monthEnds());
            standings.add(new QuotaState("month", perMonth, left(perMonth, used.month(), granted), month, reset));
        }
        return new Taken(granted, standings);
    }

    /**
     * The outcome for one request.
     *
     * @param granted whether it was within all quotas; if not, it was not counted
     * @param standings how the quotas stand, none when the key has none
     */
    public record Taken(boolean granted, List<QuotaState> standings) {}

    private static long left(long most, long used, boolean granted) {
        return Math.max(0, most - used - (granted ? 1 : 0));
    }

    void used(StoredKey key, Instant now) {
        counter(key.key().id(), QuotaPeriods.at(now), key.usedToday(), key.usedThisMonth())
                .touch(now);
    }

    private UseCounter counter(UUID key, QuotaPeriods periods, long today, long thisMonth) {
        return counters.computeIfAbsent(key, absent -> new UseCounter(periods, today, thisMonth));
    }

    void begin(@Observes StartupEvent start) {
        vertx.setPeriodic(INTERVAL_MILLIS, tick -> exchange());
        vertx.setPeriodic(UPKEEP_MILLIS, tick -> upkeep());
    }

    void end(@Observes ShutdownEvent stop) {
        try {
            exchange().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf("The last second of the use of API keys is not counted: %s", failure.getMessage());
        }
    }

    /** Tells the database what came in and learns the totals. */
    Future<Void> exchange() {
        if (!busy.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        Map<UUID, UseCounter.Report> reports = new TreeMap<>();
        counters.forEach((key, counter) -> {
            UseCounter.Report report = counter.report();
            if (report != null) {
                reports.put(key, report);
            }
        });
        if (reports.isEmpty()) {
            busy.set(false);
            return Future.succeededFuture();
        }
        return database.transaction(() -> uses.add(reports))
                .onSuccess(totals -> totals.forEach((key, total) ->
                        counters.get(key).learned(reports.get(key).periods(), total.day(), total.month())))
                .onFailure(failure ->
                        reports.forEach((key, report) -> counters.get(key).keep(report)))
                .<Void>mapEmpty()
                .onComplete(done -> busy.set(false));
    }

    private void upkeep() {
        Instant now = clock.instant();
        counters.values().removeIf(counter -> counter.idleSince(now.minus(IDLE)));
        database.transaction(() -> uses.forget(QuotaPeriods.at(now)))
                .onFailure(failure -> LOG.warnf("Old counts of API keys stay for now: %s", failure.getMessage()));
    }
}
