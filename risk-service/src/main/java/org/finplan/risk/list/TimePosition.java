package org.finplan.risk.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;

/**
 * A position in a list that is ordered by time and id.
 *
 * @param at time of the last row seen
 * @param id its id
 */
public record TimePosition(Instant at, UUID id) {

    private static final int KEYS = 2;

    /**
     * Reads the keys of a cursor, which are not signed and may be anything.
     *
     * @param keys the keys
     * @return the position
     * @throws ProblemException 400 {@code invalid-cursor} for keys of another kind
     */
    public static TimePosition of(List<String> keys) {
        UUID id = id(keys);
        try {
            return new TimePosition(Instant.parse(keys.get(0)), id);
        } catch (DateTimeException noInstant) {
            throw damaged(keys);
        }
    }

    /**
     * Reads the id of a cursor that has two keys.
     *
     * @param keys the keys, the id being the second
     * @return the id
     * @throws ProblemException 400 {@code invalid-cursor} when there is none
     */
    public static UUID id(List<String> keys) {
        if (keys.size() != KEYS) {
            throw damaged(keys);
        }
        try {
            return UUID.fromString(keys.get(1));
        } catch (IllegalArgumentException noId) {
            throw damaged(keys);
        }
    }

    /**
     * The problem of keys that are none of the list.
     *
     * @param keys the keys
     * @return 400 {@code invalid-cursor}
     */
    public static ProblemException damaged(List<String> keys) {
        return Cursor.invalid(String.join(" ", keys));
    }

    /** {@return the values of the columns, time first} */
    public List<Object> keys() {
        return List.of(at, id);
    }
}
