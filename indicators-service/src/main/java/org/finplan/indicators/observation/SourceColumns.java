package org.finplan.indicators.observation;

import java.sql.SQLException;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The columns that hold where a figure comes from, the same in every table of figures. */
public final class SourceColumns {

    /** Names of the columns, for a SELECT. */
    public static final String NAMES = "source_title, source_reference, source_clause, also_in, quality";

    private SourceColumns() {}

    /**
     * Reads the source of a figure.
     *
     * @param row a row with these columns
     * @return the source
     * @throws SQLException when a column is missing
     */
    public static Source read(Row row) throws SQLException {
        return new Source(
                row.text("source_title"),
                row.text("source_reference"),
                row.text("source_clause"),
                row.texts("also_in"),
                row.text("quality"));
    }

    /**
     * Binds the source of a figure to parameters of the names of the columns.
     *
     * @param batch a batch of INSERTs
     * @param source the source
     */
    public static void bind(PreparedBatch batch, Source source) {
        batch.bind("source_title", source.title())
                .bind("source_reference", source.reference())
                .bind("source_clause", source.clause())
                .bindArray("also_in", String.class, source.alsoIn())
                .bind("quality", source.quality());
    }
}
