package org.finplan.indicators.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** Keys of figures as a table in a query: an array for each column of the primary key but the version. */
final class KeyColumns {

    /** The arrays as rows, with an alias; bound by {@link #bind}. */
    static final String ROWS =
            "unnest(:indicators::text[], :regions::text[], :kinds::text[], :ends::date[], :starts::date[], :variants::text[])"
                    + " AS wanted (indicator, region, kind, period_end, period_start, variant)";

    private KeyColumns() {}

    /** Binds the parameters of {@link #ROWS}. */
    static Query bind(Query query, Collection<ObservationKey> keys) {
        return query.bindArray("indicators", String.class, column(keys, ObservationKey::indicator))
                .bindArray("regions", String.class, column(keys, ObservationKey::region))
                .bindArray("kinds", String.class, column(keys, key -> key.kind().code()))
                .bindArray("ends", LocalDate.class, column(keys, ObservationKey::end))
                .bindArray("starts", LocalDate.class, column(keys, ObservationKey::start))
                .bindArray("variants", String.class, column(keys, ObservationKey::variant));
    }

    private static Object[] column(Collection<ObservationKey> keys, Function<ObservationKey, ?> value) {
        return keys.stream().map(value).toArray();
    }
}
