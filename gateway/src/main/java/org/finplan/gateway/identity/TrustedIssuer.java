package org.finplan.gateway.identity;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** One issuer whose tokens are taken, and what its tokens must show. */
final class TrustedIssuer {

    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final IdentityConfig.Issuer config;
    private final IssuerKeys keys;
    private final Set<String> algorithms;
    private final ClaimMapping mapping;
    private final Duration skew;
    private final Clock clock;

    TrustedIssuer(IdentityConfig.Issuer config, IssuerKeys keys, Duration skew, Clock clock) {
        this.config = config;
        this.keys = keys;
        this.algorithms =
                config.algorithms().stream().filter(ASYMMETRIC::contains).collect(Collectors.toUnmodifiableSet());
        this.mapping = new ClaimMapping(config.claims());
        this.skew = skew;
        this.clock = clock;
    }

    IssuerKeys keys() {
        return keys;
    }

    /** A key is only ever used with an algorithm that was agreed for it, whatever the token's header says. */
    void requireAlgorithm(String algorithm) {
        if (algorithm == null || !algorithms.contains(algorithm)) {
            throw TokenFault.ALGORITHM.problem();
        }
    }

    /**
     * Checks signature, times and audience, and maps the claims.
     *
     * @param token the compact form
     * @param key of the issuer
     * @return the caller and the end of the token
     * @throws org.finplan.gateway.problem.ProblemException that says what is wrong
     */
    AccessTokens.Verified accept(String token, Key key) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, algorithms.toArray(String[]::new))
                    .setExpectedIssuer(config.url())
                    .setExpectedAudience(config.audience().toArray(String[]::new))
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(Math.toIntExact(skew.toSeconds()))
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build()
                    .processToClaims(token);
            if (issuedLater(claims)) {
                throw TokenFault.ISSUED_LATER.problem();
            }
            // A token without an end worth the name still has one here, so that the arithmetic holds.
            long end = Math.min(claims.getExpirationTime().getValue(), LATEST);
            Instant until = Instant.ofEpochSecond(end).plus(skew);
            return mapping.map(claims.getClaimsMap())
                    .map(identity -> new AccessTokens.Verified(identity, until))
                    .orElseThrow(TokenFault.CLAIMS::problem);
        } catch (InvalidJwtException refused) {
            throw fault(refused).problem();
        } catch (MalformedClaimException malformed) {
            throw TokenFault.CLAIMS.problem();
        }
    }

    /** What is wrong with claims is told without a cause; anything else went wrong before, with the signature. */
    private TokenFault fault(InvalidJwtException refused) {
        if (refused.getCause() != null
                || refused.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)
                || refused.hasErrorCode(ErrorCodes.SIGNATURE_MISSING)) {
            return TokenFault.SIGNATURE;
        }
        if (refused.hasErrorCode(ErrorCodes.EXPIRED)) {
            return TokenFault.EXPIRED;
        }
        if (refused.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return TokenFault.NOT_YET_VALID;
        }
        if (refused.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refused.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return TokenFault.AUDIENCE;
        }
        return issuedLater(refused.getJwtContext().getJwtClaims()) ? TokenFault.ISSUED_LATER : TokenFault.CLAIMS;
    }

    private boolean issuedLater(JwtClaims claims) {
        try {
            NumericDate issued = claims.getIssuedAt();
            return issued != null
                    && issued.getValue() > clock.instant().plus(skew).getEpochSecond();
        } catch (MalformedClaimException malformed) {
            return false;
        }
    }
}
