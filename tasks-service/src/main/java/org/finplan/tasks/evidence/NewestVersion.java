package org.finplan.tasks.evidence;

import jakarta.annotation.Nullable;

/**
 * The newest version of an observation that is known here.
 *
 * @param version number of the version, from 1
 * @param withdrawn whether it is a withdrawal
 */
record NewestVersion(int version, boolean withdrawn) {

    /**
     * What is known after a version was told. Versions may be told in any order and more than once.
     *
     * @param known what was known before, or null
     * @param told the version that was told
     * @return the higher of the two
     */
    static NewestVersion after(@Nullable NewestVersion known, NewestVersion told) {
        return known != null && known.version >= told.version ? known : told;
    }
}
