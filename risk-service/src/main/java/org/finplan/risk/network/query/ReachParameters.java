package org.finplan.risk.network.query;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whom the failure of which firm reaches within how many steps. Take it as a {@code @BeanParam}. */
class ReachParameters {

    @QueryParam("firm")
    @Parameter(description = "Id of the failed firm.", required = true, example = "演示样本-A")
    String firm;

    @QueryParam("depth")
    @DefaultValue("3")
    @Parameter(description = "Most steps, 1 to 20.", example = "3")
    int depth;
}
