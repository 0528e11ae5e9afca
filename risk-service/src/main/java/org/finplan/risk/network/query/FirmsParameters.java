package org.finplan.risk.network.query;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which firms of a network, and in which order. Take it as a {@code @BeanParam}. */
class FirmsParameters {

    @QueryParam("sort")
    @DefaultValue("exposure")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"exposure", "core-number", "page-rank", "betweenness"},
                            defaultValue = "exposure"),
            description = "By what the firms are listed.",
            example = "exposure")
    String sort;

    @QueryParam("component")
    @Parameter(description = "Number of the component; all when absent.", example = "0")
    Integer component;
}
