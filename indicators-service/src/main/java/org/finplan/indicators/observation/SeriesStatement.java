package org.finplan.indicators.observation;

import org.jdbi.v3.core.statement.Query;

/** The SQL of a {@link SeriesQuery}, along the primary key. */
final class SeriesStatement {

    private static final String KEY = "region, kind, period_end, period_start, variant";
    private static final String ORDER = KEY + ", version";
    private static final String REVERSE_ORDER =
            "region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC, version DESC";
    private static final String POSITION =
            "(:after_region, :after_kind, :after_end, :after_start, :after_variant, :after_version)";

    private SeriesStatement() {}

    /** {@return a query of the rows of a page; bound by {@link #bindPage}} */
    static String page(SeriesQuery series) {
        String beyond = series.after().isEmpty()
                ? ""
                : " WHERE (" + ORDER + ") " + (series.descending() ? "<" : ">") + " " + POSITION;
        return "SELECT * FROM (" + versions(series) + ") versions" + beyond + " ORDER BY "
                + (series.descending() ? REVERSE_ORDER : ORDER) + " LIMIT :rows";
    }

    /** {@return a query of the number of rows of all pages; bound by {@link #bind}} */
    static String count(SeriesQuery series) {
        return "SELECT count(*) FROM (" + versions(series) + ") versions";
    }

    static Query bindPage(Query query, SeriesQuery series) {
        bind(query, series).bind("rows", series.limit() + 1);
        series.after().ifPresent(position -> query.bind("after_region", position.region())
                .bind("after_kind", position.kind())
                .bind("after_end", position.end())
                .bind("after_start", position.start())
                .bind("after_variant", position.variant())
                .bind("after_version", position.version()));
        return query;
    }

    static Query bind(Query query, SeriesQuery series) {
        query.bind("indicator", series.indicator())
                .bindArray("regions", String.class, series.regions())
                .bindArray(
                        "kinds",
                        String.class,
                        series.kinds().stream().map(ObservationKind::code).toList())
                .bind("from", series.from())
                .bind("to", series.to())
                .bind("as_of", series.knowledge().asOf());
        return series.updatedAfter() == null ? query : query.bind("updated_after", series.updatedAfter());
    }

    /**
     * The primary key alone finds the newest versions; only these are read. A replica must learn of a withdrawal; a reader of
     * the present must not meet one.
     */
    private static String lastRecorded(String known, boolean withdrawalsToo) {
        return "SELECT o.* FROM (SELECT DISTINCT ON (" + KEY + ") indicator, " + ORDER + " " + known + " ORDER BY "
                + REVERSE_ORDER + ") newest JOIN observation o USING (indicator, " + ORDER + ")"
                + (withdrawalsToo ? "" : " WHERE NOT o.withdrawn");
    }

    /** One version of each figure, the first in an order. Versions arrive in another order than they were released in. */
    private static String ofEach(String known, String order) {
        return "SELECT * FROM (SELECT DISTINCT ON (" + KEY + ") * " + known + " ORDER BY " + KEY + ", " + order
                + ") one";
    }

    private static String versions(SeriesQuery series) {
        KnowledgeAxis axis = series.knowledge().axis();
        String known =
                "FROM observation WHERE indicator = :indicator AND region = ANY (:regions) AND kind = ANY (:kinds)"
                        + " AND period_end BETWEEN :from AND :to AND "
                        + axis.column() + " <= :as_of";
        String news = series.updatedAfter() == null ? "" : " AND known_at > :updated_after";
        return switch (series.vintages()) {
            case ALL -> "SELECT * " + known + news;
            case FIRST ->
                axis == KnowledgeAxis.RELEASED
                        ? ofEach(known, axis.order())
                        : "SELECT * " + known + news + " AND version = 1";
            case LATEST ->
                axis == KnowledgeAxis.RELEASED
                        ? ofEach(known, axis.newestFirst()) + " WHERE NOT withdrawn"
                        : lastRecorded(known + news, series.updatedAfter() != null);
            case CHANGED ->
                "SELECT * FROM (SELECT *, lag(value) OVER before AS value_before,"
                        + " lag(withdrawn) OVER before AS withdrawn_before " + known
                        + " WINDOW before AS (PARTITION BY " + KEY + " ORDER BY " + axis.order()
                        + ")) following"
                        + " WHERE (withdrawn_before IS NULL OR withdrawn <> withdrawn_before"
                        + " OR value IS DISTINCT FROM value_before)" + news;
        };
    }
}
