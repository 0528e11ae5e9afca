package org.finplan.tasks.register.entry;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the entries of a register. */
public class EntryListParameters {

    @QueryParam("plan")
    @Parameter(description = "Plan code, when several plans have the register.")
    String plan;

    @QueryParam("stage")
    @Parameter(description = "Code of a stage: entries that stand in it, on the day of at.", example = "in_force")
    String stage;

    @QueryParam("region")
    @Parameter(
            description = "Region code: entries that belong to it or, with subAreas, to one inside it.",
            example = "441202")
    String region;

    @QueryParam("subAreas")
    @DefaultValue("true")
    @Parameter(description = "Whether regions inside the region count too.")
    boolean subAreas;

    @QueryParam("task")
    @Parameter(description = "Id of a task that the entry is linked to.", example = "t4.2.4.1.m02")
    String task;

    @QueryParam("indicator")
    @Parameter(description = "Code of an indicator that the entry is linked to.", example = "listed-quoted-companies")
    String indicator;

    @QueryParam("linksTo")
    @Parameter(description = "Id of an entry that the fields of the entry link to, such as the model of a copy.")
    UUID linksTo;

    @QueryParam("q")
    @Parameter(description = "Words that must all occur in the names or the texts of the fields.", example = "绿色")
    String q;

    @QueryParam("at")
    @Parameter(
            description =
                    "Day: entries that stood in the register on it, in the stages of that day. When absent all entries as they"
                            + " are, those that left among them.",
            example = "2026-06-30")
    LocalDate at;
}
