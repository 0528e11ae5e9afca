package org.finplan.gateway.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.access.RoleName;

/**
 * A new API key.
 *
 * @param name For people.
 * @param owner Subject that calls with the key; the caller when absent.
 * @param roles roles of the suite
 * @param scopes scopes that the key never reaches beyond
 * @param regions Region codes that the key is bound to; needed with the role district-officer.
 * @param units Units that the key is bound to; needed with the roles unit-officer and institution-reporter.
 * @param limits how much may be asked with it
 * @param expiresAt At most 366 days ahead unless configured; that far when absent.
 */
@Schema(name = "NewApiKey", additionalProperties = Schema.False.class)
record KeyRequest(
        @NotNull @Size(min = 1, max = 100) @Schema(examples = "样本：端州区报送系统 sample, reporting system of a district")
        String name,

        @Size(min = 1, max = 200) @Schema(examples = "district-441202")
        String owner,

        @NotEmpty
        @Schema(type = SchemaType.ARRAY, implementation = GrantedRole.class, examples = "[\"district-officer\"]")
        List<@NotNull String> roles,

        @NotEmpty
        @Schema(
                type = SchemaType.ARRAY,
                implementation = ScopeName.class,
                examples = "[\"indicators:read\", \"indicators:write\", \"tasks:read\"]")
        List<@NotNull String> scopes,

        @Schema(examples = "[\"441202\"]") List<@NotNull String> regions,

        @Size(max = 50) List<@NotNull @Size(max = 100) String> units,

        @Valid Limits limits,
        Instant expiresAt) {

    private static final long MOST_PER_PERIOD = 1_000_000_000_000L;

    KeyRequest {
        roles = roles == null ? List.of() : roles;
        scopes = scopes == null ? List.of() : scopes;
        regions = regions == null ? List.of() : regions;
        units = units == null ? List.of() : units;
    }

    /** The names of {@link org.finplan.platform.access.Role#granted()}, for the OpenAPI document. */
    @Schema(
            name = "GrantedRole",
            description = "A role that an API key may give.",
            type = SchemaType.STRING,
            enumeration = {
                RoleName.CITY_ADMIN,
                RoleName.CITY_OFFICER,
                RoleName.DISTRICT_OFFICER,
                RoleName.UNIT_OFFICER,
                RoleName.RISK_OFFICER,
                RoleName.INSTITUTION_REPORTER,
                RoleName.AUDITOR,
                RoleName.INTEGRATOR
            })
    interface GrantedRole {}

    /** The names of {@link org.finplan.gateway.scope.Scope#NAMES}, for the OpenAPI document. */
    @Schema(
            name = "ScopeName",
            description = "What a key never reaches beyond: an area of the API, to read or to write.",
            type = SchemaType.STRING,
            enumeration = {
                "indicators:read",
                "indicators:write",
                "tasks:read",
                "tasks:write",
                "risk:read",
                "risk:write",
                "events:read",
                "operations:read",
                "operations:write"
            })
    interface ScopeName {}

    /**
     * How much may be asked with a key.
     *
     * @param perSecond Requests per second in place of the usual rate of each route class.
     * @param perDay Most requests of a calendar day in Shanghai.
     * @param perMonth Most requests of a calendar month in Shanghai.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ApiKeyLimits", additionalProperties = Schema.False.class)
    record Limits(
            @Min(1) @Max(100_000) @Schema(examples = "10") Integer perSecond,

            @Min(1) @Max(MOST_PER_PERIOD) @Schema(examples = "20000")
            Long perDay,

            @Min(1) @Max(MOST_PER_PERIOD) Long perMonth) {}

    /**
     * The rotation of a key.
     *
     * @param overlapSeconds How long the secret before works as well; at most 30 days unless configured. 0 ends all secrets
     *     before at once.
     */
    @Schema(name = "ApiKeyRotation", additionalProperties = Schema.False.class)
    record Rotation(
            @Min(0) @Schema(maximum = "2592000", defaultValue = "86400", examples = "86400")
            Long overlapSeconds) {}

    /**
     * The revocation of a key.
     *
     * @param reason why the key is taken back
     */
    @Schema(name = "ApiKeyRevocation", additionalProperties = Schema.False.class)
    record Revocation(
            @NotNull @Size(min = 1, max = 500) @Schema(examples = "样本：设备遗失 sample, device lost")
            String reason) {}
}
