package org.finplan.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of an issuer that is a real HTTP server, which answers, refuses, or accepts and never answers. */
class IssuerKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private enum Mood {
        ANSWERS,
        FAILS,
        HANGS,
        TRICKLES
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private final SetClock clock = new SetClock();
    private final PublicKey key = rsa();
    private volatile Mood mood = Mood.ANSWERS;
    private volatile String keyId = "first";
    private IssuerKeys keys;

    @BeforeEach
    void listen() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    switch (mood) {
                        case ANSWERS -> request.response().end(keySet());
                        case FAILS -> request.response().setStatusCode(500).end();
                        case TRICKLES -> {
                            request.response().setChunked(true);
                            vertx.setPeriodic(500, due -> request.response().write(" "));
                        }
                        case HANGS -> request.pause();
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        URI url = URI.create("http://127.0.0.1:" + server.actualPort() + "/keys");
        keys = new IssuerKeys(new Issuer(url), new Tokens(), client, clock);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void knownKeysServeEverybodyWhileAnIssuerThatHangsIsAskedByOne() {
        assertThat(found("first")).isPresent();
        mood = Mood.HANGS;
        clock.pass(MAX_AGE.plusSeconds(1));
        int before = asked.get();

        assertThat(IntStream.range(0, 200).mapToObj(i -> keys.find("first"))).allSatisfy(answer -> assertThat(
                        answer.isComplete() && answer.result().isPresent())
                .as("without a wait")
                .isTrue());
        await().atMost(PATIENCE).until(() -> asked.get() == before + 1);

        Future<Optional<Key>> unknown = keys.find("second");
        assertThat(unknown.isComplete()).as("waits for the fetch under way").isFalse();
        await().atMost(PATIENCE).until(unknown::isComplete);
        assertThat(unknown.failed()).isTrue();
        assertThat(asked).as("one asked for all").hasValue(before + 1);
        assertThat(keys.find("second").failed())
                .as("within the pause nobody waits for an issuer that failed")
                .isTrue();
        assertThat(keys.find("first").succeeded()).isTrue();
    }

    @Test
    void anIssuerThatNeverEndsItsAnswerIsGivenUp() {
        mood = Mood.TRICKLES;
        Future<Optional<Key>> waiting = keys.find("first");
        await().atMost(PATIENCE).until(waiting::isComplete);
        assertThat(waiting.failed()).isTrue();
    }

    @Test
    void anIssuerThatComesBackIsFoundWithItsNewKeys() {
        assertThat(found("first")).isPresent();
        mood = Mood.HANGS;
        clock.pass(MAX_AGE.plusSeconds(1));
        Future<Optional<Key>> unknown = keys.find("second");
        await().atMost(PATIENCE).until(unknown::isComplete);

        keyId = "second";
        mood = Mood.ANSWERS;
        await().atMost(PATIENCE).until(() -> {
            Future<Optional<Key>> answer = keys.find("second");
            await().atMost(PATIENCE).until(answer::isComplete);
            return answer.succeeded() && answer.result().isPresent();
        });
        clock.pass(Duration.ofSeconds(10));
        assertThat(found("first")).as("withdrawn").isEmpty();
    }

    /** Requests without a pause between them: the pauses of the backoff bound how often the issuer hears of them. */
    @Test
    void anIssuerThatFailsIsAskedAfterGrowingPauses() {
        mood = Mood.FAILS;
        long begun = System.nanoTime();
        AtomicInteger requests = new AtomicInteger();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> {
                    requests.incrementAndGet();
                    keys.find("first");
                    return asked.get() >= 4;
                });
        // Before the fourth attempt lie three pauses of at least 250 ms, 500 ms and 1 s.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(requests.get()).isGreaterThan(asked.get());
    }

    @Test
    void oldKeysAreFetchedAgainInTheBackground() {
        assertThat(found("first")).isPresent();
        keyId = "second";
        clock.pass(MAX_AGE.plusSeconds(1));
        assertThat(keys.find("first").result()).as("served at once").isPresent();
        await().atMost(PATIENCE)
                .until(() -> keys.find("second").isComplete()
                        && keys.find("second").result().isPresent());
        assertThat(found("first")).isEmpty();
        assertThat(asked).hasValue(2);
    }

    private Optional<Key> found(String id) {
        Future<Optional<Key>> answer = keys.find(id);
        await().atMost(PATIENCE).until(answer::isComplete);
        return answer.result();
    }

    private String keySet() {
        RsaJsonWebKey web = new RsaJsonWebKey((RSAPublicKey) key);
        web.setKeyId(keyId);
        web.setUse("sig");
        return JsonObject.of(
                        "keys", JsonArray.of(new JsonObject(web.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))))
                .encode();
    }

    private static PublicKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** A clock that stands still until time is told to pass. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private record Issuer(URI keys) implements IdentityConfig.Issuer {
        @Override
        public String url() {
            return "http://issuer.example";
        }

        @Override
        public List<String> audience() {
            return List.of("finplan");
        }

        @Override
        public Optional<URI> jwksUrl() {
            return Optional.of(keys);
        }

        @Override
        public List<String> algorithms() {
            return List.of("RS256");
        }

        @Override
        public IdentityConfig.Claims claims() {
            return null;
        }
    }

    private record Tokens() implements IdentityConfig.Tokens {
        @Override
        public Duration clockSkew() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration remember() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration keysMaxAge() {
            return MAX_AGE;
        }

        @Override
        public Duration keysCooldown() {
            return Duration.ofSeconds(5);
        }
    }
}
