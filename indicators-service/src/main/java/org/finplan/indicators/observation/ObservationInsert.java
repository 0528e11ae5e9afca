package org.finplan.indicators.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** Versions on their way into the table: one statement, planned once, with an array for each column. */
final class ObservationInsert {

    /** Arrays in an array would all have to be of one length. Clauses, which plan packages name, have no such character. */
    private static final String SEPARATOR = "\u001f";

    private static final List<Column> COLUMNS = List.of(
            new Column("indicator", String.class, version -> version.key().indicator()),
            new Column("region", String.class, version -> version.key().region()),
            new Column("kind", String.class, version -> version.key().kind().code()),
            new Column("period_end", LocalDate.class, version -> version.key().end()),
            new Column("period_start", LocalDate.class, version -> version.key().start()),
            new Column("variant", String.class, version -> version.key().variant()),
            new Column("version", Integer.class, Observation::version),
            new Column("id", UUID.class, Observation::id),
            new Column("period", String.class, version -> version.period().text()),
            new Column("value", BigDecimal.class, version -> version.figure().value()),
            new Column("unit", String.class, version -> version.figure().unit()),
            new Column("delivered_value", BigDecimal.class, version -> version.figure()
                    .deliveredValue()),
            new Column(
                    "delivered_unit", String.class, version -> version.figure().deliveredUnit()),
            new Column("comparator", String.class, version -> version.figure().comparator()),
            new Column("status", String.class, version -> version.status().code()),
            new Column("withdrawn", Boolean.class, Observation::withdrawn),
            new Column(
                    "reason",
                    String.class,
                    version ->
                            version.reason() == null ? null : version.reason().code()),
            new Column("source_title", String.class, version -> version.source().title()),
            new Column("source_reference", String.class, version -> version.source()
                    .reference()),
            new Column(
                    "source_clause", String.class, version -> version.source().clause()),
            new Column(
                    "also_in",
                    String.class,
                    version -> String.join(SEPARATOR, version.source().alsoIn())),
            new Column("quality", String.class, version -> version.source().quality()),
            new Column("printed", String.class, version -> version.figure().printed()),
            new Column("derivation", String.class, version -> version.figure().derivation()),
            new Column("definition", String.class, version -> version.figure().definition()),
            new Column("note", String.class, Observation::note),
            new Column("recorded_at", Instant.class, Observation::recordedAt),
            new Column("recorded_by", String.class, Observation::recordedBy),
            new Column("released_at", Instant.class, version -> version.publication()
                    .releasedAt()),
            new Column("release", UUID.class, version -> version.publication().release()),
            new Column("audience", String.class, version -> version.publication()
                    .audience()
                    .code()));

    /** The statement; every column is a parameter of its name. */
    static final String SQL = "INSERT INTO observation (" + names("") + ") SELECT "
            + names("").replace("also_in", "string_to_array(also_in, chr(31))") + " FROM unnest(" + names(":")
            + ") AS version (" + names("") + ")";

    private ObservationInsert() {}

    private record Column(String name, Class<?> type, Function<Observation, ?> value) {

        void bind(Update insert, List<Observation> versions) {
            insert.bindArray(name, type, versions.stream().map(value).toArray());
        }
    }

    /** Binds the parameters of {@link #SQL}. */
    static Update bind(Update insert, List<Observation> versions) {
        COLUMNS.forEach(column -> column.bind(insert, versions));
        return insert;
    }

    private static String names(String prefix) {
        return COLUMNS.stream().map(column -> prefix + column.name()).collect(Collectors.joining(", "));
    }
}
