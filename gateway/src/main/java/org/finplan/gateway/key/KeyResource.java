package org.finplan.gateway.key;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.Nullable;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes, shows and changes API keys. */
@Path(KeyService.PATH)
@PermissionsAllowed(PermissionName.API_KEYS_READ)
@Tag(name = "API keys")
class KeyResource {

    private final KeyService service;
    private final Clock clock;

    KeyResource(KeyService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /**
     * One page of keys.
     *
     * @param items the keys
     * @param nextCursor where to go on, null at the end
     */
    @Schema(name = "ApiKeyPage")
    record KeyPage(List<KeyView> items, @Nullable String nextCursor) {}

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "API keys, newest first, without their secrets",
            description = "City admins and auditors see all keys, everybody else their own.")
    public KeyPage list(
            @QueryParam("owner")
                    @Parameter(
                            description = "Only keys of this owner.",
                            example = "district-441202",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    String owner,
            @BeanParam CursorParameters page) {
        Optional<UUID> before = page.afterKey().map(KeyResource::id);
        Page<KeyView> keys = Page.of(
                        service.list(owner, before, page.limit() + 1),
                        page.limit(),
                        key -> page.cursor(key.id().toString()),
                        null)
                .map(key -> KeyView.of(key, clock.instant()));
        return new KeyPage(keys.items(), keys.nextCursor());
    }

    @POST
    @PermissionsAllowed(PermissionName.API_KEYS_MANAGE)
    @Idempotent
    @Transactional
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(
            operationId = "createApiKey",
            summary = "Makes an API key and shows its secret this once",
            description = """
                    A city admin makes keys for anybody and with any roles; everybody else for themselves, with no more roles, regions,
                    units and scopes than they have. Keys are made with an access token, never with another key. A repeated
                    `Idempotency-Key` gives the same key without its secret, which is kept nowhere: rotate the key if it was lost.
                    """)
    public RestResponse<KeyView> create(@NotNull @Valid KeyRequest request) {
        KeyService.Issued issued = service.create(request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, KeyView.of(issued, clock.instant()))
                .header("Location", KeyService.PATH + "/" + issued.key().id())
                .header("ETag", issued.key().entityTag())
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getApiKey",
            summary = "One API key, without its secret",
            description = "Its ETag is needed to revise it.")
    public RestResponse<KeyView> get(
            @PathParam("id") @Parameter(description = "Id of the key.") UUID id,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        ApiKey key = service.get(id);
        return Preconditions.answer(ifNoneMatch, key.entityTag(), KeyView.of(key, clock.instant()));
    }

    @POST
    @Path("/{id:[^/:]+}:rotate")
    @PermissionsAllowed(PermissionName.API_KEYS_MANAGE)
    @Idempotent
    @Transactional
    @Refuses(with = KeyError.class)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Gives an API key a new secret and shows it this once",
            description =
                    "The secret before works as well until the overlap ends, and so does each of those before it to"
                            + " the end of its own. Five such secrets are the most (409 `api-key-too-many-secrets`). With"
                            + " `overlapSeconds: 0` all of them end at once. A repeated `Idempotency-Key` gives the key without a"
                            + " secret.")
    public RestResponse<KeyView> rotate(
            @PathParam("id") @Parameter(description = "Id of the key.") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid KeyRequest.Rotation request) {
        return changed(service.rotate(id, ifMatch, request));
    }

    @POST
    @Path("/{id:[^/:]+}:revoke")
    @PermissionsAllowed(PermissionName.API_KEYS_MANAGE)
    @Idempotent
    @Transactional
    @Refuses(with = KeyError.class, codes = "api-key-not-active")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Takes an API key back for good",
            description = "It takes effect on every gateway within ten seconds.")
    public RestResponse<KeyView> revoke(
            @PathParam("id") @Parameter(description = "Id of the key.") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid KeyRequest.Revocation request) {
        return changed(service.revoke(id, ifMatch, request));
    }

    private RestResponse<KeyView> changed(KeyService.Issued issued) {
        return RestResponse.ResponseBuilder.ok(KeyView.of(issued, clock.instant()))
                .header("ETag", issued.key().entityTag())
                .build();
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException forged) {
            throw Cursor.invalid(key);
        }
    }
}
