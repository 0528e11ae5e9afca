package org.finplan.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.gateway.database.Database;

/**
 * The keys that this gateway has read. One is taken as it is while it is fresh, read again in the background while it is
 * not quite fresh, and waited for after that: what another gateway changed is seen after twice the configured time. While
 * the database is unavailable a key that was read goes on for a bounded time.
 */
@ApplicationScoped
class KnownKeys {

    private static final int MOST = 20_000;
    private static final int MOST_ABSENT = 20_000;

    private final Database database;
    private final KeyRepository repository;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final Duration remember;
    private final Duration outlast;
    private final Cache<String, Known> known;
    private final Cache<String, Instant> absent;
    private final Map<String, Future<Optional<StoredKey>>> reading = new ConcurrentHashMap<>();

    KnownKeys(
            Database database,
            KeyRepository repository,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            KeyConfig config) {
        this.database = database;
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
        this.remember = config.remember();
        this.outlast = config.outlast();
        this.known = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST)
                .expireAfterAccess(outlast)
                .build();
        this.absent = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(MOST_ABSENT)
                .expireAfterWrite(remember)
                .build();
    }

    /**
     * Finds a key.
     *
     * @param prefix of the key
     * @return the key, empty when there is none; failed when the database is unavailable and the key was not read lately
     */
    Future<Optional<StoredKey>> find(String prefix) {
        Instant now = clock.instant();
        Known found = known.getIfPresent(prefix);
        if (found == null) {
            return absent.getIfPresent(prefix) != null ? Future.succeededFuture(Optional.empty()) : read(prefix);
        }
        Duration age = Duration.between(found.readAt(), now);
        Future<Optional<StoredKey>> kept = Future.succeededFuture(Optional.of(found.key()));
        if (age.compareTo(remember) < 0) {
            return kept;
        }
        boolean usable = age.compareTo(outlast) < 0;
        if (usable && now.isBefore(found.nextTry())) {
            return kept;
        }
        Future<Optional<StoredKey>> fresh = read(prefix);
        if (age.compareTo(remember.multipliedBy(2)) < 0) {
            return kept;
        }
        return usable ? fresh.recover(failure -> kept) : fresh;
    }

    /** Forgets a key that is changed in the present transaction, so that the change holds from its commit on. */
    void forgetOnceCommitted(String prefix) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is known before the end
            }

            @Override
            public void afterCompletion(int status) {
                known.invalidate(prefix);
                absent.invalidate(prefix);
            }
        });
    }

    private Future<Optional<StoredKey>> read(String prefix) {
        Future<Optional<StoredKey>> running = reading.get(prefix);
        if (running != null) {
            return running;
        }
        Instant begun = clock.instant();
        QuotaPeriods periods = QuotaPeriods.at(begun);
        Future<Optional<StoredKey>> result = database.transaction(() -> repository.byPrefix(prefix, periods));
        reading.put(prefix, result);
        return result.onComplete(done -> {
            reading.remove(prefix, result);
            if (done.failed()) {
                known.asMap().computeIfPresent(prefix, (same, old) -> old.tryAgainAt(begun.plus(remember)));
            } else if (done.result().isPresent()) {
                known.put(prefix, new Known(done.result().get(), begun, begun));
            } else {
                known.invalidate(prefix);
                absent.put(prefix, begun);
            }
        });
    }

    /** A key, when it was read, and when the next try to read it may be made after one has failed. */
    private record Known(StoredKey key, Instant readAt, Instant nextTry) {
        Known tryAgainAt(Instant at) {
            return new Known(key, readAt, at);
        }
    }
}
