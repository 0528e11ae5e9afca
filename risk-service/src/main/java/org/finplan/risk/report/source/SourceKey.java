package org.finplan.risk.report.source;

import java.util.List;
import org.finplan.risk.list.TimePosition;

/**
 * What stands for a source.
 *
 * @param institution code of the institution that it delivers for
 * @param source its code
 */
record SourceKey(String institution, String source) {

    private static final int KEYS = 2;

    /** Reads the keys of a cursor, which are not signed and may be anything. */
    static SourceKey of(List<String> keys) {
        if (keys.size() != KEYS) {
            throw TimePosition.damaged(keys);
        }
        return new SourceKey(keys.get(0), keys.get(1));
    }
}
