package org.finplan.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The regions of the loaded plans, supplied by each program as a bean. It answers from memory: it is asked whenever a
 * connection leaves the pool, so asking the database from here would never end.
 */
public interface RegionTree {

    /**
     * A region and all below it.
     *
     * @param region region code
     * @return codes; the region itself may be left out
     */
    Set<String> subtree(String region);

    /**
     * The regions above a region.
     *
     * @param region region code
     * @return codes from the parent up, without the region itself; empty when it is not known
     */
    List<String> ancestors(String region);

    /** {@return codes of the regions that everybody reads, to compare with, such as the nation; none of them is a city's} */
    Set<String> references();

    /** {@return codes of the cities that plans are for: their own regions that lie in no other own region of any plan} */
    Set<String> cities();

    /**
     * The city that a region lies in.
     *
     * @param region region code
     * @return the code of the city, which may be the region itself; empty when it lies in none
     */
    default Optional<String> cityOf(String region) {
        return Stream.concat(Stream.of(region), ancestors(region).stream())
                .filter(cities()::contains)
                .findFirst();
    }
}
