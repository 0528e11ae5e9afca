package org.finplan.platform.web.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.problem.ProblemException;

/**
 * The paging of a list that does not count its items. Take it as a {@code @BeanParam}, read {@code limit() + 1} rows after
 * {@link #after()} and cut the page with {@link Page#of} and {@link #cursor}.
 */
public class CursorParameters extends Continuation {

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Size of the page.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    int limit;

    /**
     * The size of the page.
     *
     * @return 1 to 500
     * @throws ProblemException {@code invalid-parameter} when another size was asked for
     */
    public int limit() {
        return checked(limit);
    }
}
