package org.finplan.indicators.attainment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Shows the path of a target. */
@Path("/api/v1/targets/{id}/path")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Targets")
class PathResource {

    private final Targets targets;
    private final PlanRegister register;
    private final RegionScope scope;
    private final Definitions definitions;

    PathResource(Targets targets, PlanRegister register, RegionScope scope, Definitions definitions) {
        this.definitions = definitions;
        this.targets = targets;
        this.register = register;
        this.scope = scope;
    }

    @GET
    @Operation(
            operationId = "getTargetPath",
            summary = "Reads the path of a target year by year, with the line by the printed growth beside it.",
            description = "The two lines differ: 110.05 at the printed 10 % a year ends at 177.24, the target is 180.")
    public PathView get(@PathParam("id") UUID id) {
        Target target = targets.find(id)
                .filter(found -> scope.readable().contains(found.key().region()))
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有目标 " + id + "。", "There is no target " + id + ".")));
        String plan = target.key().plan();
        return PathView.of(
                target,
                register.indicator(plan, target.key().indicator()).orElse(null),
                register.find(plan)
                        .map(read -> new JudgedDefinitions(definitions, read))
                        .orElse(null));
    }
}
