package org.finplan.risk.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/supervision-records")
@Tag(name = "Supervision")
class SupervisionQueryResource {

    private final SupervisionQueryService records;

    SupervisionQueryResource(SupervisionQueryService records) {
        this.records = records;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listSupervisionRecords",
            summary = "Records of supervision by the day they happened, the newest first",
            description = "Those of the caller's regions that were not taken back; with asOf as they were known then.")
    public Page<SupervisionRecord> list(
            @BeanParam SupervisionParameters wanted, @BeanParam AsOf asOf, @BeanParam PageParameters paging) {
        return records.list(wanted.filter(asOf), paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getSupervisionRecord",
            summary = "One record",
            description = "Also one that was taken back. Its ETag is needed to correct it.")
    public RestResponse<SupervisionRecord> get(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @BeanParam AsOf asOf) {
        SupervisionRecord record = records.get(id, asOf.instant().orElse(null));
        return Preconditions.answer(ifNoneMatch, EntityTags.of(record.version()), record);
    }

    @GET
    @Path("{id}/versions")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listSupervisionRecordVersions",
            summary = "All versions of a record, the newest first",
            description = "Each with the reason why it took the place of the one before.")
    public Page<SupervisionRecord> versions(@PathParam("id") UUID id) {
        return new Page<>(records.versions(id), null, null);
    }
}
