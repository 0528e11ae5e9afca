package org.finplan.risk.alert.timeline;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

@Path("/api/v1/alerts")
@Tag(name = "Alerts")
class TimelineResource {

    private final TimelineService timeline;

    TimelineResource(TimelineService timeline) {
        this.timeline = timeline;
    }

    @GET
    @Path("{id}/timeline")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "getAlertTimeline",
            summary = "What happened to an alert",
            description = "In the order of what happened: work off line that was entered later stands at its own day.")
    public Page<TimelineView> page(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return timeline.page(id, paging);
    }
}
