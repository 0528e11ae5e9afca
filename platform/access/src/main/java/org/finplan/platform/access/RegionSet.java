package org.finplan.platform.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * The regions that somebody may read or write.
 *
 * @param all whether it is every region, whatever {@code codes} says
 * @param codes region codes; empty with {@code all}
 */
public record RegionSet(boolean all, Set<String> codes) {

    /** Every region: for the suite's own work and for what is published, never for a caller by its role. */
    public static final RegionSet ALL = new RegionSet(true, Set.of());
    /** No region. */
    public static final RegionSet NONE = new RegionSet(false, Set.of());

    public RegionSet {
        codes = Set.copyOf(codes);
    }

    /**
     * Whether a region is among them.
     *
     * @param region region code
     * @return whether it is
     */
    public boolean contains(String region) {
        return all || codes.contains(region);
    }

    /** {@return the value of the session setting that the row-level security policies read: {@code *} or a comma list} */
    public String setting() {
        return all ? "*" : String.join(",", new TreeSet<>(codes));
    }
}
