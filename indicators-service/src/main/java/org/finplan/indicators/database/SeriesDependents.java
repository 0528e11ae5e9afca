package org.finplan.indicators.database;

import java.util.Collection;
import java.util.Set;

/** Knows which series are computed from others. */
public interface SeriesDependents {

    /**
     * The series that are computed from some, directly or through others. Until the end of the transaction no formula
     * changes.
     *
     * @param series series codes
     * @return codes of the series that follow, without the given ones unless they follow too
     */
    Set<String> dependents(Collection<String> series);
}
