package org.finplan.gateway.identity;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of one issuer, fetched when first needed, again when a token names a key that is not among them (the
 * issuer has rotated), and again when they are old (a key was withdrawn).
 *
 * <p>Known keys serve everybody at once, however old: only a token whose key is unknown waits for a fetch. All needs share
 * one fetch, and while the issuer fails it is asked again after growing pauses, not for each request.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final int LARGEST = 1 << 20;
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final IdentityConfig.Issuer issuer;
    private final Duration maxAge;
    private final Duration cooldown;
    private final HttpClient client;
    private final Clock clock;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final OutageNotice notice = new OutageNotice();
    private volatile Keys known;
    private Future<Keys> latest;
    private long askAgainNanos;

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
     * @return the key, empty when the issuer has no such key; failed when it is unknown and the issuer cannot be asked
     */
    Future<Optional<Key>> find(String keyId) {
        Keys present = known;
        if (present != null) {
            Optional<Key> key = present.find(keyId);
            if (key.isPresent() && present.age(clock).compareTo(maxAge) > 0) {
                ask();
            }
            if (key.isPresent() || present.age(clock).compareTo(cooldown) < 0) {
                return Future.succeededFuture(key);
            }
        }
        return backHere(ask()).map(fresh -> fresh.find(keyId));
    }

    /** The result of a fetch on the context of the caller, which another caller may have begun on a context of its own. */
    private static Future<Keys> backHere(Future<Keys> fetch) {
        Context caller = Vertx.currentContext();
        if (caller == null || fetch.isComplete()) {
            return fetch;
        }
        Promise<Keys> promise = Promise.promise();
        fetch.onComplete(done -> caller.runOnContext(back -> promise.handle(done)));
        return promise.future();
    }

    /** Asks the issuer, joins whoever is at it, or fails at once while the pause after a failure lasts. */
    private synchronized Future<Keys> ask() {
        if (latest != null && (!latest.isComplete() || (latest.failed() && System.nanoTime() - askAgainNanos < 0))) {
            return latest;
        }
        Promise<Keys> promise = Promise.promise();
        latest = promise.future();
        Future<Keys> fetch = fetch().onSuccess(this::fetched).onFailure(this::failed);
        fetch.onComplete(promise);
        return promise.future();
    }

    private synchronized void fetched(Keys keys) {
        known = keys;
        backoff.reset();
        if (notice.over()) {
            LOG.infof("Keys of issuer %s can be fetched again", issuer.url());
        }
    }

    private synchronized void failed(Throwable failure) {
        askAgainNanos = System.nanoTime() + backoff.nextNanos();
        if (notice.due()) {
            LOG.warnf("Keys of issuer %s cannot be fetched: %s", issuer.url(), failure.toString());
        }
    }

    private Future<Keys> fetch() {
        return Future.succeededFuture(issuer.jwksUrl().map(URI::toString))
                .compose(given -> given.map(Future::succeededFuture).orElseGet(this::discover))
                .compose(this::load)
                .map(this::parse);
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
        // The idle time alone would let an issuer that sends a byte now and then keep everybody waiting.
        return client.request(options).compose(request -> request.send()
                .compose(response -> body(url, response))
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .onFailure(late -> request.reset()));
    }

    private static Future<Buffer> body(String url, HttpClientResponse response) {
        return response.body().map(body -> {
            if (response.statusCode() != 200 || body.length() > LARGEST) {
                throw new IllegalStateException(url + " answered " + response.statusCode());
            }
            return body;
        });
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
