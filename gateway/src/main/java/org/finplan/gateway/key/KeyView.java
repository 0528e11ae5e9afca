package org.finplan.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.platform.web.idempotency.ShownOnce;

/**
 * An API key.
 *
 * @param id id of the key
 * @param prefix Public part of the key.
 * @param name for people
 * @param owner subject that calls with it
 * @param state whether it can be used
 * @param roles roles of the suite
 * @param scopes that it never reaches beyond
 * @param regions that it is bound to
 * @param units that it is bound to
 * @param limits how much may be asked with it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param expiresAt when it ends
 * @param lastUsedAt To about a second; absent before the first use.
 * @param rotatedAt when it got its present secret, if that is not the first
 * @param previousSecretUntil While a secret before the present one still works: when the last of them ends.
 * @param revocation how it was taken back
 * @param allowedActions what can be done with it now
 * @param secret {@code fpk_…}, only in the answer that made it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKey")
record KeyView(
        UUID id,
        String prefix,
        String name,
        String owner,

        @Schema(enumeration = {"active", "expired", "revoked"})
        String state,

        List<String> roles,

        @Schema(type = SchemaType.ARRAY, implementation = KeyRequest.ScopeName.class)
        List<String> scopes,

        List<String> regions,
        List<String> units,
        KeyRequest.Limits limits,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousSecretUntil,
        @Nullable RevocationView revocation,
        List<String> allowedActions,
        @Nullable String secret)
        implements ShownOnce {

    /**
     * How a key was taken back.
     *
     * @param at when
     * @param by whom
     * @param reason why
     */
    @Schema(name = "ApiKeyRevocationView")
    record RevocationView(Instant at, String by, String reason) {}

    static KeyView of(ApiKey key, Instant now) {
        return of(key, null, now);
    }

    static KeyView of(KeyService.Issued issued, Instant now) {
        return of(issued.key(), issued.secret().map(Secret::text).orElse(null), now);
    }

    private static KeyView of(ApiKey key, String secret, Instant now) {
        Grant grant = key.grant();
        Credential.Allowance allowance = grant.allowance();
        return new KeyView(
                key.id(),
                key.prefix(),
                grant.name(),
                grant.owner(),
                key.state(now).name().toLowerCase(Locale.ROOT),
                sorted(grant.roles()),
                sorted(grant.scopes()),
                sorted(grant.regions()),
                sorted(grant.units()),
                new KeyRequest.Limits(
                        allowance.perSecond().orElse(null),
                        allowance.perDay().orElse(null),
                        allowance.perMonth().orElse(null)),
                key.createdAt(),
                key.createdBy(),
                grant.expiresAt(),
                key.lastUsedAt().orElse(null),
                key.rotatedAt().orElse(null),
                key.previousUntil().filter(now::isBefore).orElse(null),
                key.revocation()
                        .map(end -> new RevocationView(end.at(), end.by(), end.reason()))
                        .orElse(null),
                key.state(now) == ApiKey.State.ACTIVE ? List.of("rotate", "revoke") : List.of(),
                secret);
    }

    @Override
    public KeyView withoutSecret() {
        return new KeyView(
                id,
                prefix,
                name,
                owner,
                state,
                roles,
                scopes,
                regions,
                units,
                limits,
                createdAt,
                createdBy,
                expiresAt,
                lastUsedAt,
                rotatedAt,
                previousSecretUntil,
                revocation,
                allowedActions,
                null);
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
