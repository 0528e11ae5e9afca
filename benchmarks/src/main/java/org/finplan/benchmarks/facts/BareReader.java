package org.finplan.benchmarks.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The floor: PostgreSQL makes the JSON, a prepared statement and nothing else brings it. */
final class BareReader implements Reader {

    /** The same way to the same rows and the same content as the service's answer; period type and page are derived and left out. */
    private static final String SQL = """
            SELECT json_agg(figure) FROM (
                SELECT o.id, o.indicator, o.region, o.kind, o.period, o.period_start AS "periodStart",
                    o.period_end AS "periodEnd", o.value, o.unit, o.status, o.variant = 'main' AS "primary", o.withdrawn,
                    o.version, o.reason, o.recorded_at AS "recordedAt", o.recorded_by AS "recordedBy",
                    o.source_title AS "sourceTitle", o.source_reference AS "sourceReference", o.also_in AS "alsoIn",
                    o.quality, coalesce(o.released_at, o.recorded_at) AS "releasedAt", o.audience
                FROM (
                    SELECT DISTINCT ON (region, kind, period_end, period_start, variant)
                        indicator, region, kind, period_end, period_start, variant, version
                    FROM observation
                    WHERE indicator = ? AND region = ? AND kind = 'level'
                        AND period_end BETWEEN '2019-01-01' AND '2023-12-31' AND known_at <= ?
                    ORDER BY region DESC, kind DESC, period_end DESC, period_start DESC, variant DESC, version DESC) newest
                JOIN observation o USING (indicator, region, kind, period_end, period_start, variant, version)
                WHERE NOT o.withdrawn
                ORDER BY o.region, o.kind, o.period_end, o.period_start, o.variant
                LIMIT 61) figure
            """;

    private final Connection connection;
    private final PreparedStatement statement;

    BareReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(SQL);
    }

    @Override
    public byte[] read(int place, Instant asOf) throws SQLException {
        statement.setString(1, Sample.series(place));
        statement.setString(2, Sample.region(place));
        statement.setObject(3, (asOf == null ? Instant.now() : asOf).atOffset(ZoneOffset.UTC));
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
