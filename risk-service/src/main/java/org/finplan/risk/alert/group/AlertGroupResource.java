package org.finplan.risk.alert.group;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

@Path("/api/v1/alert-groups")
@Tag(name = "Alerts")
class AlertGroupResource {

    private final AlertGroupService groups;

    AlertGroupResource(AlertGroupService groups) {
        this.groups = groups;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listAlertGroups",
            summary = "Open alerts in groups, the gravest first",
            description =
                    "How many there are of each level, unattended, overdue and muted now. The alerts of a group are listed by"
                            + " its region and rule at /api/v1/alerts.")
    public Page<AlertGroupView> list(
            @QueryParam("by")
                    @DefaultValue("region-rule")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"region", "rule", "region-rule"}),
                            description = "What the alerts of a group have in common: region, rule or region-rule.",
                            example = "region-rule")
                    String by,
            @BeanParam PageParameters paging) {
        return groups.list(AlertGroupBy.valueOf(by.toUpperCase(Locale.ROOT).replace('-', '_')), paging);
    }
}
