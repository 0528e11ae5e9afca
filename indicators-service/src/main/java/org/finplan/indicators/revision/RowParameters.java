package org.finplan.indicators.revision;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Continuation;

/**
 * The paging of a triangle by its rows. Who names no size gets the largest page, since triangles were answered whole before
 * they had pages. Take it as a {@code @BeanParam}.
 */
public class RowParameters extends Continuation {

    @QueryParam("limit")
    @DefaultValue("500")
    @Parameter(
            description = "Most rows of the page.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "500"))
    int limit;

    /**
     * The most rows of the page.
     *
     * @return 1 to 500
     * @throws ProblemException {@code invalid-parameter} when another number was asked for
     */
    int limit() {
        return checked(limit);
    }
}
