package org.finplan.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.gateway.identity.CallerIdentity;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.key.ApiKey.Revocation;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.RegionScope;

/** Makes, shows and changes keys: each change is one transaction with its audit record. */
@ApplicationScoped
class KeyService {

    static final String PATH = "/api/v1/api-keys";

    /** Most earlier secrets of one key that work at once. */
    private static final int MOST_PREVIOUS = 5;

    private final KeyRepository keys;
    private final KeyRequestCheck requests;
    private final CallerIdentity caller;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final KnownKeys known;
    private final Clock clock;

    KeyService(
            KeyRepository keys,
            KeyRequestCheck requests,
            CallerIdentity caller,
            RegionScope scope,
            AuditTrail audit,
            KnownKeys known,
            Clock clock) {
        this.keys = keys;
        this.requests = requests;
        this.caller = caller;
        this.scope = scope;
        this.audit = audit;
        this.known = known;
        this.clock = clock;
    }

    /** A key with the secret that has just been made for it, if one has. */
    record Issued(ApiKey key, Optional<Secret> secret) {}

    /** Changes a key that is held, within the transaction. */
    @FunctionalInterface
    private interface Change {
        Optional<Secret> apply(StoredKey stored, Instant now);
    }

    Issued create(KeyRequest request) {
        Identity maker = caller.identity();
        KeyRules.requireWriter(maker);
        Grant grant = requests.grant(request, maker.subject());
        KeyRules.requireNoMoreThanOwn(maker, scope, grant);
        Instant now = now();
        Secret secret = Secret.fresh();
        UUID id = Identifiers.next();
        keys.insert(fresh(id, secret, grant, maker, now), secret.hash());
        String detail = grant.name() + "; owner " + grant.owner() + "; roles " + String.join(",", grant.roles())
                + "; scopes " + String.join(",", grant.scopes());
        audit.record("api-key.create", PATH + "/" + id, region(grant), detail);
        return new Issued(read(id, now).key(), Optional.of(secret));
    }

    private static ApiKey fresh(UUID id, Secret secret, Grant grant, Identity maker, Instant now) {
        return new ApiKey(
                id,
                secret.prefix(),
                grant,
                now,
                maker.subject(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Transactional
    List<ApiKey> list(String owner, Optional<UUID> before, int limit) {
        Identity reader = caller.identity();
        if (!KeyRules.oversees(reader) && owner != null && !owner.equals(reader.subject())) {
            throw ProblemException.of(WebError.FORBIDDEN, "您只能查看自己的密钥。", "You see your own keys only.");
        }
        Optional<String> of = KeyRules.oversees(reader) ? Optional.ofNullable(owner) : Optional.of(reader.subject());
        KeyRepository.Reader seen = new KeyRepository.Reader(reader.subject(), scope.overseen());
        return keys.list(seen, of, before, limit, QuotaPeriods.at(clock.instant()));
    }

    @Transactional
    ApiKey get(UUID id) {
        return visible(keys.byId(id, QuotaPeriods.at(clock.instant()))).key();
    }

    Issued rotate(UUID id, String ifMatch, KeyRequest.Rotation request) {
        Duration overlap = requests.overlap(request);
        return change(id, ifMatch, "api-key.rotate", "overlap " + overlap, (stored, now) -> {
            if (overlap.isZero()) {
                // Nothing that was issued before works on: that is what one asks for after a leak.
                keys.forgetPrevious(id);
            } else {
                requireRoom(stored, now);
                keys.forgetEnded(id, now);
            }
            Secret secret = Secret.withPrefix(stored.key().prefix());
            keys.rotate(id, secret.hash(), now, now.plus(overlap));
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

    Issued revoke(UUID id, String ifMatch, KeyRequest.Revocation request) {
        String reason = requests.reason(request);
        return change(id, ifMatch, "api-key.revoke", reason, (stored, now) -> {
            keys.revoke(id, new Revocation(now, caller.subject(), reason));
            return Optional.empty();
        });
    }

    private Issued change(UUID id, String ifMatch, String action, String detail, Change change) {
        KeyRules.requireWriter(caller.identity());
        Instant now = now();
        StoredKey stored = visible(keys.lock(id, QuotaPeriods.at(now)));
        KeyRules.requireOwner(caller.identity(), stored.key());
        Preconditions.requireMatch(ifMatch, stored.key().entityTag());
        if (stored.key().state(now) != ApiKey.State.ACTIVE) {
            throw ProblemException.of(
                    KeyError.NOT_ACTIVE,
                    "密钥已被吊销或已过期，不能再更改。",
                    "The key was revoked or has expired and changes no more.");
        }
        Optional<Secret> secret = change.apply(stored, now);
        audit.record(action, PATH + "/" + id, region(stored.key().grant()), detail);
        known.forgetOnceCommitted(stored.key().prefix());
        return new Issued(read(id, now).key(), secret);
    }

    /** Where a key is bound to one region, what is done to it is told to those who oversee that region. */
    private static String region(Grant grant) {
        return grant.regions().size() == 1 ? grant.regions().iterator().next() : null;
    }

    private StoredKey read(UUID id, Instant now) {
        return keys.byId(id, QuotaPeriods.at(now)).orElseThrow();
    }

    private StoredKey visible(Optional<StoredKey> found) {
        return found.filter(stored -> KeyRules.sees(caller.identity(), scope.overseen(), stored.key()))
                .orElseThrow(() -> ProblemException.of(WebError.NOT_FOUND, "没有该 API 密钥。", "There is no such API key."));
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
