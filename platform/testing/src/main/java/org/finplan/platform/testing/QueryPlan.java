package org.finplan.platform.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What PostgreSQL makes of a statement when it may not read a table from its beginning to its end: then it names the index that there
 * is for it, however few rows a test has.
 */
public final class QueryPlan {

    private QueryPlan() {}

    /** A way that the planner may be kept from. */
    public enum Way {
        /** Rows that an index names, gathered before they are read. */
        BITMAPS,
        /** Rows one by one as an index has them. */
        INDEX_ROWS,
        /** Rows that are sorted after they were read. */
        SORTS
    }

    /**
     * Asks for the plan of a statement.
     *
     * @param jdbi the database, as the role of the service
     * @param sql the statement, without {@code EXPLAIN}
     * @param without other ways that may not be taken
     * @return the lines of the plan
     */
    public static List<String> of(Jdbi jdbi, String sql, Way... without) {
        // Settings are those of a transaction. A handle alone begins none: transactions are the container's.
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.execute("SET LOCAL enable_seqscan = off");
                    for (Way way : without) {
                        handle.execute(
                                switch (way) {
                                    case BITMAPS -> "SET LOCAL enable_bitmapscan = off";
                                    case INDEX_ROWS -> "SET LOCAL enable_indexscan = off";
                                    case SORTS -> "SET LOCAL enable_sort = off";
                                });
                    }
                    return handle.createQuery("EXPLAIN " + sql)
                            .mapTo(String.class)
                            .list();
                }));
    }
}
