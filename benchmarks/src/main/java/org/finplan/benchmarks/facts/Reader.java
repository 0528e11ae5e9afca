package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the 60 figures of a series in a region over one connection of its own. */
interface Reader extends AutoCloseable {

    /**
     * Reads.
     *
     * @param place which series in which region, see {@link Sample}
     * @param asOf as known then; null for now
     * @return the answer
     */
    byte[] read(int place, Instant asOf) throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
}
