package org.finplan.indicators.definition;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** What the figures of a series count, since when. */
@Path("/api/v1/indicators/{code}/definitions")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Indicators")
class DefinitionResource {

    private final PlanRegister register;
    private final PlanScope plans;
    private final Definitions definitions;

    DefinitionResource(PlanRegister register, PlanScope plans, Definitions definitions) {
        this.plans = plans;
        this.register = register;
        this.definitions = definitions;
    }

    @GET
    @Operation(
            operationId = "listDefinitions",
            summary = "Lists the definitions of a series and the breaks between them.",
            description =
                    "Definitions come with the plan packages, those of all plans together. A figure is by the one in"
                            + " force at the end of its period unless it says another.")
    public DefinitionsView get(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code) {
        SeriesDefinition series = register.series().named(code).orElseThrow(() -> notFound(code));
        return DefinitionsView.of(series.code(), definitions.of(series.code()), plans.packages());
    }

    private static ProblemException notFound(String code) {
        LocalizedText text = new LocalizedText("没有指标或序列 " + code + "。", "There is no series " + code + ".");
        return new ProblemException(
                WebError.NOT_FOUND,
                text,
                List.of(new ProblemError("path:code", code, WebError.NOT_FOUND.code(), text, List.of())));
    }
}
