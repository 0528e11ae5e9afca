package org.finplan.tasks.register.count;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is counted. */
public class CountParameters {

    @QueryParam("plan")
    @Parameter(description = "Plan code, when several plans have the register.")
    String plan;

    @QueryParam("at")
    @Parameter(description = "Day at whose end is counted; today when absent.", example = "2020-12-31")
    LocalDate at;

    @QueryParam("stage")
    @Parameter(
            description = "Code of a stage: only what stands in it. When absent all stages that the register counts.",
            example = "reserve")
    String stage;

    @QueryParam("region")
    @Parameter(description = "Region code: with the regions inside it.", example = "441200")
    String region;

    @QueryParam("task")
    @Parameter(description = "Id of a task that the entries are linked to.", example = "t5.4.2.m01")
    String task;

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator that the entries are linked to.")
    String indicator;

    @QueryParam("by")
    @Parameter(description = "region, year, or both: by=region&by=year.")
    List<String> by;
}
