package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.problem.ProblemException;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/** The filters of the list of matters. They combine. */
public class SupervisionListParameters {

    @QueryParam("state")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "registered",
                                "assigned",
                                "acknowledged",
                                "answered",
                                "verified",
                                "closed",
                                "scored"
                            }),
            description = "State.",
            example = "assigned")
    String state;

    @QueryParam("unit")
    @Parameter(description = "Code of the unit that is to act.", example = "441202")
    String unit;

    @QueryParam("task")
    @Parameter(description = "Id of the task concerned.", example = "t4.1.1.1.m01")
    String task;

    @QueryParam("overdue")
    @Parameter(description = "Matters whose unit is, or is not, late.", example = "true")
    Boolean overdue;

    @QueryParam("region")
    @Parameter(description = "Region code; matters of exactly this region.", example = "441202")
    String region;

    @QueryParam("cause")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"manual", "report-overdue", "indicator-behind", "disposal-ordered"}),
            description = "What opened it.",
            example = "manual")
    String cause;

    /** {@return the state, or null for any} */
    @Nullable
    SupervisionState state() {
        return state == null
                ? null
                : SupervisionState.find(state)
                        .orElseThrow(() -> ProblemException.invalidParameter("state", state, SupervisionState.codes()));
    }

    /** {@return the kind of cause, or null for any} */
    @Nullable
    String causeKind() {
        List<String> codes =
                Arrays.stream(CauseKind.values()).map(CauseKind::code).toList();
        if (cause != null && !codes.contains(cause)) {
            throw ProblemException.invalidParameter("cause", cause, codes);
        }
        return cause;
    }
}
