package org.finplan.platform.web.paging;

import java.util.List;
import java.util.Optional;

/** Asks a list for all of its items at once, where it is written out as a whole and its length is bounded by what it is made of. */
public final class WholeList extends PageParameters {

    /** One less than the largest number: lists read one row more than they are asked for. */
    private static final int ALL = Integer.MAX_VALUE - 1;

    @Override
    public int limit() {
        return ALL;
    }

    @Override
    public Optional<List<String>> after() {
        return Optional.empty();
    }
}
