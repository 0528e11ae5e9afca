package org.finplan.risk.network.query;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The chain of which firm, how far and which way. Take it as a {@code @BeanParam}. */
class ChainParameters {

    @QueryParam("firm")
    @Parameter(description = "Id of the firm.", required = true, example = "演示样本-A")
    String firm;

    @QueryParam("depth")
    @DefaultValue("3")
    @Parameter(description = "Longest path in edges, 1 to 20.", example = "3")
    int depth;

    @QueryParam("direction")
    @DefaultValue("given")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"given", "received"},
                            defaultValue = "given"),
            description =
                    "given: along edges, whom it guarantees or owes; received: against them, who guarantees it or owes it.",
            example = "given")
    String direction;
}
