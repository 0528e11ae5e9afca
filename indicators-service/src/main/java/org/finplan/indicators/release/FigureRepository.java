package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;
import org.finplan.indicators.observation.SourceColumns;
import org.finplan.platform.web.paging.Cursor;

/** Lists the figures of a release: the staged ones, or those that it brought. */
@ApplicationScoped
class FigureRepository {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";
    private static final int PARTS = 6;

    private static final String STAGED = "SELECT DISTINCT ON (" + KEY + ") " + KEY + ", period, value, unit, status,"
            + " reason, " + SourceColumns.NAMES
            + ", NULL::uuid AS id, NULL::integer AS version, recorded_at, recorded_by"
            + " FROM staged_observation WHERE release = ? ORDER BY " + KEY + ", attempt DESC";

    private static final String PUBLISHED = "SELECT " + KEY + ", period, value, unit, status, reason, "
            + SourceColumns.NAMES + ", id, version, recorded_at, recorded_by FROM observation WHERE release = ?";

    private final Database database;

    FigureRepository(Database database) {
        this.database = database;
    }

    /** A figure and its place in the list. */
    record Listed(ReleaseView.FigureView figure, List<String> place) {}

    /**
     * Reads a page.
     *
     * @param release the release
     * @param after place of the last figure of the page before, or null
     * @param limit size of the page
     * @return one more than the limit when there are more
     */
    List<Listed> page(Release release, List<String> after, int limit) {
        boolean published = release.state() == ReleaseState.RELEASED || release.state() == ReleaseState.SUPERSEDED;
        List<Object> parameters = new ArrayList<>();
        parameters.add(release.id());
        String beyond = "";
        if (after != null) {
            if (after.size() != PARTS) {
                throw Cursor.invalid(String.join(" ", after));
            }
            beyond = " WHERE (indicator, region, kind, period_end::text, period_start::text, variant)"
                    + " > (?, ?, ?, ?, ?, ?)";
            parameters.addAll(after);
        }
        parameters.add(limit + 1);
        return database.query(
                "SELECT * FROM (" + (published ? PUBLISHED : STAGED) + ") figures" + beyond + " ORDER BY " + KEY
                        + " LIMIT ?",
                FigureRepository::map,
                parameters.toArray());
    }

    private static Listed map(Row row) throws SQLException {
        UUID observation = row.uuid("id");
        ReleaseView.FigureView figure = new ReleaseView.FigureView(
                row.text("indicator"),
                row.text("region"),
                row.text("kind"),
                row.text("period"),
                row.text("variant"),
                row.decimal("value"),
                row.text("unit"),
                row.text("status"),
                row.text("reason"),
                SourceColumns.read(row),
                observation,
                observation == null ? null : row.integer("version"),
                row.instant("recorded_at"),
                row.text("recorded_by"));
        return new Listed(
                figure,
                List.of(
                        figure.indicator(),
                        figure.region(),
                        figure.kind(),
                        row.date("period_end").toString(),
                        row.date("period_start").toString(),
                        figure.variant()));
    }
}
