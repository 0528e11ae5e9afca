package org.finplan.gateway.fanout;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.problem.ProblemException;

/** The paging of a list over all services. */
class MergedParameters {

    private static final int MOST = 500;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Most items of the page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    int limit;

    @QueryParam("cursor")
    @Parameter(
            description = "nextCursor of the page before, with the same other parameters.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 4_096))
    String cursor;

    int limit() {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalidParameter("limit", Integer.toString(limit), List.of("1.." + MOST));
        }
        return limit;
    }
}
