package org.finplan.platform.web.paging;

import java.util.List;
import java.util.Optional;

/** Asks a list for more than a page, where it is written out as a whole. It leads nowhere: the caller says where the next one begins. */
public final class Stretch extends PageParameters {

    /** One less than the largest number: lists read one row more than they are asked for. */
    private static final int ALL = Integer.MAX_VALUE - 1;

    private final int size;
    private final List<String> after;

    private Stretch(int size, List<String> after) {
        this.size = size;
        this.after = List.copyOf(after);
    }

    /** {@return all of a list whose length is bounded by what it is made of} */
    public static Stretch whole() {
        return new Stretch(ALL, List.of());
    }

    /**
     * A part of a list.
     *
     * @param size how many items at most
     * @param after the sort keys of the last row before them; none at the beginning
     * @return the part
     */
    public static Stretch of(int size, String... after) {
        return new Stretch(size, List.of(after));
    }

    @Override
    public int limit() {
        return size;
    }

    @Override
    public Optional<List<String>> after() {
        return after.isEmpty() ? Optional.empty() : Optional.of(after);
    }

    @Override
    public String cursor(String... keys) {
        return "";
    }
}
