package org.finplan.indicators.observation;

import java.sql.SQLException;
import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Rows of the table of observations. */
final class ObservationRows {

    /** Makes an observation of a row with all columns. */
    static final RowMapper<Observation> OBSERVATION = Row.to(ObservationRows::observation);

    /** A position in the order of the keys, as {@link #bind} binds it. */
    static final String POSITION =
            "(:after_indicator, :after_region, :after_kind, :after_end, :after_start, :after_variant)";

    private ObservationRows() {}

    /** Binds the parameters of {@link #POSITION}. */
    static void bind(Query query, FigurePosition position) {
        query.bind("after_indicator", position.indicator())
                .bind("after_region", position.region())
                .bind("after_kind", position.kind())
                .bind("after_end", position.end())
                .bind("after_start", position.start())
                .bind("after_variant", position.variant());
    }

    private static Observation observation(Row row) throws SQLException {
        return new Observation(
                row.uuid("id"),
                row.integer("version"),
                new ObservationKey(
                        row.text("indicator"),
                        row.text("region"),
                        ObservationKind.find(row.text("kind")).orElseThrow(),
                        row.date("period_start"),
                        row.date("period_end"),
                        row.text("variant")),
                Period.parse(row.text("period")),
                new Figure(
                        row.decimal("value"),
                        row.text("unit"),
                        row.decimal("delivered_value"),
                        row.text("delivered_unit"),
                        row.text("comparator"),
                        row.text("printed"),
                        row.text("derivation"),
                        row.text("definition")),
                ObservationStatus.find(row.text("status")).orElseThrow(),
                row.flag("withdrawn"),
                Optional.ofNullable(row.text("reason"))
                        .flatMap(RevisionReason::find)
                        .orElse(null),
                SourceColumns.read(row),
                row.text("note"),
                row.instant("recorded_at"),
                row.text("recorded_by"),
                new Publication(
                        row.instant("released_at"),
                        row.uuid("release"),
                        Audience.find(row.text("audience")).orElseThrow()));
    }
}
