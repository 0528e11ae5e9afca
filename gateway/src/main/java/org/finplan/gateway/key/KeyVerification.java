package org.finplan.gateway.key;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.finplan.gateway.identity.ApiKeys;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.identity.KeyFault;
import org.finplan.gateway.key.ApiKey.Grant;

/** Verifies the API keys of requests. */
@ApplicationScoped
class KeyVerification implements ApiKeys {

    private final KnownKeys keys;
    private final KeyUse use;
    private final Clock clock;

    KeyVerification(KnownKeys keys, KeyUse use, Clock clock) {
        this.keys = keys;
        this.use = use;
        this.clock = clock;
    }

    @Override
    public Future<Identity> verify(String text) {
        Optional<Secret> offered = Secret.parse(text);
        if (offered.isEmpty()) {
            return Future.failedFuture(KeyFault.UNKNOWN.problem());
        }
        return keys.find(offered.get().prefix()).map(found -> accept(offered.get(), found));
    }

    private Identity accept(Secret offered, Optional<StoredKey> found) {
        Instant now = clock.instant();
        StoredKey stored = found.filter(key -> key.accepts(offered.hash(), now)).orElseThrow(KeyFault.UNKNOWN::problem);
        ApiKey key = stored.key();
        switch (key.state(now)) {
            case REVOKED -> throw KeyFault.REVOKED.problem();
            case EXPIRED -> throw KeyFault.EXPIRED.problem();
            case ACTIVE -> use.used(stored, now);
        }
        Grant grant = key.grant();
        return new Identity(
                grant.owner(),
                grant.roles(),
                grant.regions(),
                grant.units(),
                "key-" + key.prefix(),
                new Credential.Key(key.id(), grant.scopes(), grant.allowance()));
    }
}
