package org.finplan.risk.alert.query;

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
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/alerts")
@Tag(name = "Alerts")
class AlertQueryResource {

    private final AlertQueryService alerts;

    AlertQueryResource(AlertQueryService alerts) {
        this.alerts = alerts;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listAlerts",
            summary = "Alerts, the newest first",
            description =
                    "Of the regions that the caller reads; filters combine. Each says what the caller may do now and what not, and why.")
    public Page<AlertView> list(@BeanParam AlertListParameters filters, @BeanParam PageParameters paging) {
        return alerts.list(filters, paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "getAlert",
            summary = "One alert with its evidence and what the caller may do",
            description =
                    "Its ETag is needed to move it on. allowedActions are the custom methods that would be accepted now.")
    public RestResponse<AlertView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        AlertView alert = alerts.get(id);
        return Preconditions.answer(ifNoneMatch, alert.tag(), alert);
    }
}
