package org.finplan.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;

/**
 * Internal tokens as the gateway mints them, and such as it never would. Start with {@link #of(String)} for the plain
 * token of a demo user, or {@link #forUser(String)} to change one thing about it.
 */
public final class Tokens {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final DemoUser user;
    private String issuer = "finplan-gateway";
    private String audience = "finplan-services";
    private Instant issuedAt = Instant.now();
    private SigningKey key = RunningStack.get().internalKey();

    private Tokens(DemoUser user) {
        this.user = user;
    }

    /**
     * The internal token of a demo user.
     *
     * @param user such as {@code city-officer} or {@code district-441202}
     * @return the token, valid for 60 s
     */
    public static String of(String user) {
        return forUser(user).token();
    }

    /**
     * A token of a caller who is no demo user.
     *
     * @param subject subject
     * @param roles roles
     * @param regions regions it is bound to
     * @param units units it is bound to
     * @return the token, valid for 60 s
     */
    public static String of(String subject, Set<String> roles, List<String> regions, List<String> units) {
        return new Tokens(new DemoUser(subject, roles, regions, units)).token();
    }

    /**
     * Starts a token that differs in something.
     *
     * @param user a demo user
     * @return the token in the making
     */
    public static Tokens forUser(String user) {
        return new Tokens(DemoUser.find(user)
                .orElseThrow(() -> new IllegalArgumentException(user + " is none of " + DemoUser.names())));
    }

    /** {@return the same, but it ended an hour ago} */
    public Tokens expired() {
        issuedAt = Instant.now().minus(Duration.ofHours(1));
        return this;
    }

    /**
     * Another issuer.
     *
     * @param other value of {@code iss}
     * @return the same from that issuer
     */
    public Tokens issuedBy(String other) {
        issuer = other;
        return this;
    }

    /**
     * Another audience.
     *
     * @param other value of {@code aud}
     * @return the same for that audience
     */
    public Tokens meantFor(String other) {
        audience = other;
        return this;
    }

    /** {@return the same, but signed with a key that nobody trusts} */
    public Tokens signedByStranger() {
        key = SigningKey.generate();
        return this;
    }

    /** {@return the compact form} */
    public String token() {
        Map<String, Object> claims = user.claims();
        claims.put("upn", user.name());
        claims.put("client_id", "finplan-test");
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFE).getEpochSecond());
        claims.put("jti", java.util.UUID.randomUUID().toString());
        return key.sign(claims);
    }
}
