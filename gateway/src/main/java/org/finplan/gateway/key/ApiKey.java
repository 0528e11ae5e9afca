package org.finplan.gateway.key;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.gateway.identity.Credential;

/**
 * An API key as it is kept, without its secret.
 *
 * @param id unique id
 * @param prefix public part of the key
 * @param grant what it lets its owner do
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param rotatedAt when it got its present secret, if that is not the first
 * @param previousUntil until when the last of the secrets before works as well
 * @param revocation when, by whom and why it was taken back
 * @param lastUsedAt when it was last used, to about a second
 * @param version counts the changes
 */
record ApiKey(
        UUID id,
        String prefix,
        Grant grant,
        Instant createdAt,
        String createdBy,
        Optional<Instant> rotatedAt,
        Optional<Instant> previousUntil,
        Optional<Revocation> revocation,
        Optional<Instant> lastUsedAt,
        int version) {

    /** Whether a key can be used. */
    enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /**
     * What a key lets its owner do.
     *
     * @param name for people
     * @param owner subject that calls with it
     * @param roles roles of the suite
     * @param scopes it never reaches beyond
     * @param regions that it is bound to
     * @param units that it is bound to
     * @param allowance how much may be asked with it
     * @param expiresAt when it ends
     */
    record Grant(
            String name,
            String owner,
            Set<String> roles,
            Set<String> scopes,
            Set<String> regions,
            Set<String> units,
            Credential.Allowance allowance,
            Instant expiresAt) {}

    /**
     * How a key was taken back.
     *
     * @param at when
     * @param by whom
     * @param reason why
     */
    record Revocation(Instant at, String by, String reason) {}

    State state(Instant now) {
        if (revocation.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(grant.expiresAt()) ? State.ACTIVE : State.EXPIRED;
    }

    /** {@return the tag of this version (RFC 9110, 8.8.3)} */
    String entityTag() {
        return "\"" + version + "\"";
    }
}
