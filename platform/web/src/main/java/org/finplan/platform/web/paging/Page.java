package org.finplan.platform.web.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param <T> the items
 * @param items at most as many as were asked for
 * @param nextCursor opaque place to go on from, or null at the end
 * @param total number of all items, only when {@code Prefer: count=exact} asked for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @Nullable Long total) {

    /**
     * Cuts a page out of rows that were read with one more than the limit.
     *
     * @param rows at most {@code limit + 1} rows in order
     * @param limit size of the page
     * @param cursorOf the cursor that continues after a row
     * @param total number of all items, or null when not asked for
     * @param <T> the items
     * @return the page
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf, Long total) {
        boolean more = rows.size() > limit;
        List<T> items = more ? List.copyOf(rows.subList(0, limit)) : List.copyOf(rows);
        return new Page<>(items, more ? cursorOf.apply(items.get(limit - 1)) : null, total);
    }

    /**
     * Maps the items and keeps the rest.
     *
     * @param mapping from an item to its representation
     * @param <R> the representations
     * @return the mapped page
     */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor, total);
    }
}
