package org.finplan.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of one issuer, fetched when first needed, again when a token names a key that is not among them (the
 * issuer has rotated), and again when they are old (a key was withdrawn). Concurrent needs share one fetch.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final int LARGEST = 1 << 20;
    private static final long TIMEOUT_MILLIS = 5_000;

    private final IdentityConfig.Issuer issuer;
    private final Duration maxAge;
    private final Duration cooldown;
    private final HttpClient client;
    private final Clock clock;
    private final AtomicReference<Future<Keys>> latest = new AtomicReference<>();

    IssuerKeys(IdentityConfig.Issuer issuer, IdentityConfig.Tokens tokens, HttpClient client, Clock clock) {
        this.issuer = issuer;
        this.maxAge = tokens.keysMaxAge();
        this.cooldown = tokens.keysCooldown();
        this.client = client;
        this.clock = clock;
    }

    /**
     * Finds a key.
     *
     * @param keyId key id of the token, or null when it names none
     * @return the key, empty when the issuer has no such key; failed when the issuer cannot be asked
     */
    Future<Optional<Key>> find(String keyId) {
        Future<Keys> known = current();
        return known.compose(keys -> {
            Optional<Key> key = keys.find(keyId);
            if (key.isPresent() || keys.age(clock).compareTo(cooldown) < 0) {
                return Future.succeededFuture(key);
            }
            return replace(known).map(fresh -> fresh.find(keyId));
        });
    }

    private Future<Keys> current() {
        Future<Keys> known = latest.get();
        if (known == null || known.failed()) {
            return replace(known);
        }
        if (known.succeeded() && known.result().age(clock).compareTo(maxAge) > 0) {
            // The old keys serve until the new ones are there, so that an issuer that is away stops nobody at once.
            return replace(known).recover(away -> Future.succeededFuture(known.result()));
        }
        return known;
    }

    private Future<Keys> replace(Future<Keys> known) {
        Promise<Keys> promise = Promise.promise();
        Future<Keys> fetching = promise.future();
        if (!latest.compareAndSet(known, fetching)) {
            return latest.get();
        }
        fetch().onComplete(fetched -> {
            if (fetched.succeeded()) {
                promise.complete(fetched.result());
            } else {
                LOG.warnf("Keys of issuer %s cannot be fetched: %s", issuer.url(), fetched.cause());
                if (known != null && known.succeeded()) {
                    latest.set(known);
                }
                promise.fail(fetched.cause());
            }
        });
        return fetching;
    }

    private Future<Keys> fetch() {
        Future<String> location =
                issuer.jwksUrl().map(URI::toString).map(Future::succeededFuture).orElseGet(this::discover);
        return location.compose(this::load).map(this::parse);
    }

    private Future<String> discover() {
        String base = issuer.url().endsWith("/")
                ? issuer.url().substring(0, issuer.url().length() - 1)
                : issuer.url();
        return load(base + "/.well-known/openid-configuration").map(body -> {
            JsonObject document = body.toJsonObject();
            if (!issuer.url().equals(document.getString("issuer"))) {
                throw new IllegalStateException("Discovery names another issuer: " + document.getString("issuer"));
            }
            return document.getString("jwks_uri");
        });
    }

    private Future<Buffer> load(String url) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS);
        return client.request(options).compose(request -> request.send()).compose(response -> response.body()
                .map(body -> {
                    if (response.statusCode() != 200 || body.length() > LARGEST) {
                        throw new IllegalStateException(url + " answered " + response.statusCode());
                    }
                    return body;
                }));
    }

    private Keys parse(Buffer body) {
        try {
            Map<String, Key> keys = new JsonWebKeySet(body.toString())
                    .getJsonWebKeys().stream()
                            .filter(PublicJsonWebKey.class::isInstance)
                            .filter(key -> key.getUse() == null || "sig".equals(key.getUse()))
                            .collect(Collectors.toMap(
                                    key -> key.getKeyId() == null ? "" : key.getKeyId(),
                                    JsonWebKey::getKey,
                                    (first, second) -> first));
            return new Keys(keys, clock.instant());
        } catch (JoseException malformed) {
            throw new IllegalStateException("The key set of " + issuer.url() + " is malformed", malformed);
        }
    }

    private record Keys(Map<String, Key> byId, Instant fetchedAt) {

        Duration age(Clock clock) {
            return Duration.between(fetchedAt, clock.instant());
        }

        Optional<Key> find(String keyId) {
            if (keyId == null) {
                return byId.size() == 1 ? byId.values().stream().findFirst() : Optional.empty();
            }
            return Optional.ofNullable(byId.get(keyId));
        }
    }
}
