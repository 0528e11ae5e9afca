package org.finplan.platform.web.paging;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The paging of a list that counts its items when asked to. */
public class PageParameters extends CursorParameters {

    @HeaderParam("Prefer")
    @Parameter(description = "count=exact adds the number of all items as total.", example = "count=exact")
    String prefer;

    /** {@return whether the caller asked for the number of all items} */
    public boolean countsExactly() {
        return prefer != null && prefer.replace(" ", "").contains("count=exact");
    }
}
