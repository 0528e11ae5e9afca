package org.finplan.platform.web.paging;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Where a list goes on, whatever the usual size of its pages. Lists take {@link CursorParameters} or {@link PageParameters}. */
public abstract class Continuation {

    private static final int MOST = 500;
    private static final Set<String> NOT_OF_THE_QUERY = Set.of("limit", "cursor");

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before, with the same other parameters.")
    String cursor;

    @Context
    UriInfo uri;

    /**
     * Checks the size of a page.
     *
     * @param limit the size that was asked for
     * @return the same, 1 to 500
     * @throws ProblemException {@code invalid-parameter} when it is another one
     */
    protected static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            LocalizedText text = new LocalizedText("limit 须在 1 至 500 之间。", "limit must be between 1 and 500.");
            throw new ProblemException(
                    WebError.INVALID_PARAMETER,
                    text,
                    List.of(new ProblemError(
                            "?limit",
                            Integer.toString(limit),
                            WebError.INVALID_PARAMETER.code(),
                            text,
                            List.of("1..500"))));
        }
        return limit;
    }

    /**
     * Where to go on.
     *
     * @return the sort keys of the last row seen; empty for the first page
     * @throws ProblemException {@code invalid-cursor} when the cursor was not made by this query
     */
    public Optional<List<String>> after() {
        return cursor == null ? Optional.empty() : Optional.of(Cursor.decode(query(), cursor));
    }

    /**
     * Where to go on when the sort key is one string.
     *
     * @return the sort key of the last row seen; empty for the first page
     * @throws ProblemException {@code invalid-cursor} when the cursor was not made by this query
     */
    public Optional<String> afterKey() {
        return after().map(keys -> {
            if (keys.size() != 1) {
                throw Cursor.invalid(cursor);
            }
            return keys.get(0);
        });
    }

    /**
     * Makes the cursor of a row of this query.
     *
     * @param keys the sort keys of the row, at most 15
     * @return the cursor
     */
    public String cursor(String... keys) {
        return Cursor.encode(query(), List.of(keys));
    }

    private String query() {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.keySet().removeAll(NOT_OF_THE_QUERY);
        return uri.getPath() + parameters;
    }
}
