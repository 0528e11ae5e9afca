package org.finplan.gateway.key;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.gateway.audit.Act;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.key.ApiKey.Revocation;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Makes, shows and changes keys: each change is one transaction with its audit record. */
@ApplicationScoped
class Keys {

    static final String PATH = "/api/v1/api-keys";

    private final Database database;
    private final KnownKeys known;
    private final Clock clock;

    Keys(Database database, KnownKeys known, Clock clock) {
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    /** Most earlier secrets of one key that work at once. */
    private static final int MOST_PREVIOUS = 5;

    /** A key, with its secret when that has just been made; a repeat of a request has none. */
    record Issued(ApiKey key, Optional<Secret> secret, boolean replayed) {}

    /** The idempotency key of a request and the hash of what is asked. */
    @SuppressWarnings("ArrayRecordComponent") // lives within one call and is never compared
    record Once(String idempotencyKey, byte[] requestHash) {}

    /** The key that is to change, the version that its caller has seen, and what makes a repeat known. */
    record Target(UUID id, String ifMatch, Optional<Once> once) {}

    /** Changes a key within the transaction. */
    @FunctionalInterface
    interface Change {
        Optional<Secret> apply(KeyTable table, StoredKey stored, Instant now) throws SQLException;
    }

    Future<Issued> create(Act act, Grant grant, Optional<Once> once) {
        Instant now = now();
        return database.change(connection -> {
            KeyTable table = new KeyTable(connection, QuotaPeriods.at(now));
            Optional<KeyRequestTable> request = request(connection, act, once);
            Optional<UUID> made = request.isPresent() ? request.get().made() : Optional.empty();
            if (made.isPresent()) {
                return new Issued(table.byId(made.get()).orElseThrow().key(), Optional.empty(), true);
            }
            Secret secret = Secret.fresh();
            UUID id = Identifiers.next();
            table.insert(fresh(id, secret, grant, act.caller(), now), secret.hash());
            if (request.isPresent()) {
                request.get().remember(id, now);
            }
            String detail = grant.name() + "; owner " + grant.owner() + "; roles " + String.join(",", grant.roles())
                    + "; scopes " + String.join(",", grant.scopes());
            act.record(connection, now, "api-key.create", PATH + "/" + id, detail);
            return new Issued(table.byId(id).orElseThrow().key(), Optional.of(secret), false);
        });
    }

    private static Optional<KeyRequestTable> request(Connection connection, Act act, Optional<Once> once) {
        return once.map(
                given -> new KeyRequestTable(connection, act.caller(), given.idempotencyKey(), given.requestHash()));
    }

    private static ApiKey fresh(UUID id, Secret secret, Grant grant, Identity caller, Instant now) {
        return new ApiKey(
                id,
                secret.prefix(),
                grant,
                now,
                caller.subject(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    Future<List<ApiKey>> list(Optional<String> owner, Optional<UUID> before, int limit) {
        QuotaPeriods periods = QuotaPeriods.at(clock.instant());
        return database.transaction(connection -> new KeyTable(connection, periods).list(owner, before, limit));
    }

    Future<ApiKey> get(Identity caller, UUID id) {
        QuotaPeriods periods = QuotaPeriods.at(clock.instant());
        return database.transaction(connection ->
                visible(caller, new KeyTable(connection, periods).byId(id)).key());
    }

    Future<Issued> rotate(Act act, Target target, Duration overlap) {
        return change(act, target, "api-key.rotate", "overlap " + overlap, (table, stored, now) -> {
            if (overlap.isZero()) {
                // Nothing that was issued before works on: that is what one asks for after a leak.
                table.forgetPrevious(target.id());
            } else {
                requireRoom(stored, now);
                table.forgetEnded(target.id(), now);
            }
            Secret secret = Secret.withPrefix(stored.key().prefix());
            table.rotate(target.id(), secret.hash(), now, now.plus(overlap));
            return Optional.of(secret);
        });
    }

    private static void requireRoom(StoredKey stored, Instant now) {
        long working =
                stored.previous().stream().filter(secret -> secret.works(now)).count();
        if (working >= MOST_PREVIOUS) {
            throw ProblemException.of(
                    KeyError.TOO_MANY_SECRETS,
                    "该密钥已有 " + MOST_PREVIOUS + " 个旧密钥仍然有效；请待其到期，或以 overlapSeconds 0 使其全部立即失效。",
                    MOST_PREVIOUS
                            + " earlier secrets of this key still work; wait for one to end, or end all of them at"
                            + " once with overlapSeconds 0.");
        }
    }

    Future<Issued> revoke(Act act, Target target, String reason) {
        return change(act, target, "api-key.revoke", reason, (table, stored, now) -> {
            table.revoke(target.id(), new Revocation(now, act.caller().subject(), reason));
            return Optional.empty();
        });
    }

    private Future<Issued> change(Act act, Target target, String action, String detail, Change change) {
        Instant now = now();
        return database.change(connection -> changed(connection, act, target, now, change, action, detail))
                .onSuccess(issued -> known.forget(issued.key().prefix()));
    }

    private static Issued changed(
            Connection connection, Act act, Target target, Instant now, Change change, String action, String detail)
            throws SQLException {
        KeyTable table = new KeyTable(connection, QuotaPeriods.at(now));
        Optional<KeyRequestTable> request = request(connection, act, target.once());
        boolean done = request.isPresent() && request.get().made().isPresent();
        StoredKey stored = visible(act.caller(), table.lock(target.id()));
        ApiKey key = stored.key();
        KeyRules.requireOwner(act.caller(), key);
        if (done) {
            return new Issued(key, Optional.empty(), true);
        }
        EntityTag.require(target.ifMatch(), key.entityTag());
        if (key.state(now) != ApiKey.State.ACTIVE) {
            throw ProblemException.of(
                    KeyError.NOT_ACTIVE,
                    "密钥已被吊销或已过期，不能再更改。",
                    "The key was revoked or has expired and changes no more.");
        }
        Optional<Secret> secret = change.apply(table, stored, now);
        if (request.isPresent()) {
            request.get().remember(target.id(), now);
        }
        act.record(connection, now, action, PATH + "/" + target.id(), detail);
        return new Issued(table.byId(target.id()).orElseThrow().key(), secret, false);
    }

    private static StoredKey visible(Identity caller, Optional<StoredKey> found) {
        return found.filter(stored -> KeyRules.sees(caller, stored.key()))
                .orElseThrow(() -> ProblemException.of(WebError.NOT_FOUND, "没有该 API 密钥。", "There is no such API key."));
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
