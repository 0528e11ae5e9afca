package org.finplan.tasks.workday;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;

/** Working days, by the notices that come with the plan packages. */
@Path("/api/v1")
@Tag(name = "Working days")
@PermissionsAllowed(PermissionName.PLANS_READ)
class WorkingDayResource {

    private static final String CITY = "City whose calendar counts; needed by who reads several.";

    private final WorkingDayService service;

    WorkingDayResource(WorkingDayService service) {
        this.service = service;
    }

    @GET
    @Path("working-days")
    @Operation(
            operationId = "listWorkingDays",
            summary = "Which days are worked, and how many",
            description =
                    "By the yearly notices of holidays and make-up working days that come with the plan packages of"
                            + " the city. At most 1,100 days, both ends included. A year without a notice knows weekends only and"
                            + " makes the answer provisional.")
    public WorkingDaysView list(
            @QueryParam("from") @Parameter(description = "First day.", required = true, example = "2026-09-28")
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day.", required = true, example = "2026-10-11")
                    LocalDate to,
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city) {
        return service.list(from, to, city);
    }

    @GET
    @Path("working-days:add")
    @Operation(
            operationId = "addWorkingDays",
            summary = "The day that comes some working days after another",
            description =
                    "The day itself is not counted, worked or not; negative numbers go back. For 0 the day itself, or the"
                            + " next working day when it is off.")
    public WorkingDaysView.Reached add(
            @QueryParam("from") @Parameter(description = "The day.", required = true, example = "2026-09-30")
                    LocalDate from,
            @QueryParam("days")
                    @Parameter(
                            description = "How many working days later, -1000 to 1000.",
                            required = true,
                            example = "3")
                    Integer days,
            @QueryParam("city") @Parameter(description = CITY, example = "441200") String city) {
        return service.add(from, days, city);
    }
}
