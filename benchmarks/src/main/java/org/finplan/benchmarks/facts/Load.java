package org.finplan.benchmarks.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the sample by set-based writes, in the order of time as it would have come: all first versions month by month, then
 * all second ones, and so on, so that the versions of a series lie far apart on the disk. Indexes are made again after the
 * rows, with the definitions of the migrations. Done as superuser, because a bulk load is no service.
 */
final class Load {

    private static final int PERIODS_AT_ONCE = 10;

    private static final String INSERT = """
            INSERT INTO observation (indicator, region, kind, period_end, period_start, variant, version, id, period,
                value, unit, delivered_value, delivered_unit, comparator, status, withdrawn, reason,
                source_title, source_reference, also_in, quality, recorded_at, recorded_by)
            SELECT 'sample-' || lpad((place / cardinality(r.codes))::text, 4, '0'),
                r.codes[1 + place % cardinality(r.codes)], 'level', (month + interval '1 month - 1 day')::date, month::date,
                'main', r.version,
                (lpad(to_hex(period), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid,
                to_char(month, 'YYYY-MM'), value, 'CNY_100M', value, 'CNY_100M', 'eq', 'final', false,
                CASE WHEN r.version > 1 THEN 'routine' END, ?, ?, '{}', 'reported',
                timestamptz '2024-01-01' + (r.version - 1) * interval '6 months' + period * interval '1 hour'
                    + place * interval '10 microseconds',
                'benchmark'
            FROM (SELECT ?::text[] AS codes, ?::int AS version) r
            CROSS JOIN generate_series(?::int, ?::int) period
            CROSS JOIN generate_series(0, ?::int) place
            CROSS JOIN LATERAL (SELECT timestamp '2019-01-01' + period * interval '1 month' AS month,
                (100000 + place % 977 * 100 + period * 10 + r.version)::numeric / 100 AS value) figure
            """;

    /** The parts get the targets of the city, so that there is something to judge. */
    private static final String TARGETS = """
            INSERT INTO target (plan, indicator, region, year, variant, version, id, period, comparator, value, upper, unit,
                baseline_period, baseline_value, path, point_periods, point_values, nature, reason,
                recorded_at, recorded_by, plan_version)
            SELECT plan, indicator, part, year, variant, version, gen_random_uuid(), period, comparator, value, upper, unit,
                baseline_period, baseline_value, path, point_periods, point_values, nature, ?,
                recorded_at, 'benchmark', plan_version
            FROM target CROSS JOIN unnest(?::text[]) part
            WHERE region = ? AND variant = 'main' AND version = 1 AND part <> ?
            """;

    /** States are about the last day, flows about the whole year; the plan's own newest figure tells which. */
    private static final String YEARS = """
            INSERT INTO observation (indicator, region, kind, period_end, period_start, variant, version, id, period,
                value, unit, delivered_value, delivered_unit, comparator, status, withdrawn, reason,
                source_title, source_reference, also_in, quality, recorded_at, recorded_by)
            SELECT like_it.indicator, part, like_it.kind, make_date(year, 12, 31),
                CASE WHEN like_it.period_start = like_it.period_end THEN make_date(year, 12, 31)
                    ELSE make_date(year, 1, 1) END,
                'main', nth, md5(like_it.indicator || part || year)::uuid, year::text,
                figure.value, like_it.unit, figure.value, like_it.unit, 'eq', 'final', false, CASE WHEN nth > 1 THEN 'routine' END,
                ?, ?, '{}', 'reported', timestamptz '2024-01-01' + nth * interval '6 months', 'benchmark'
            FROM (SELECT DISTINCT ON (o.indicator) o.* FROM observation o JOIN target t USING (indicator)
                WHERE o.region = ? AND t.region = o.region AND o.kind IN ('level', 'share') AND o.variant = 'main'
                    AND o.value IS NOT NULL
                ORDER BY o.indicator, o.period_end DESC, o.version DESC) like_it
            CROSS JOIN unnest(?::text[]) part
            CROSS JOIN generate_series(2020, 2025) year
            CROSS JOIN generate_series(1, 5) nth
            CROSS JOIN LATERAL (SELECT round(like_it.value * (90 + year - 2020 + nth) / 100, 2) AS value) figure
            WHERE part <> ?
            """;

    private final Connection superuser;

    Load(Connection superuser) {
        this.superuser = superuser;
    }

    /**
     * Loads into a database that holds the plans alone.
     *
     * @param places how many places
     */
    void run(int places) throws SQLException {
        execute("SET maintenance_work_mem = '512MB'");
        execute("SET synchronous_commit = off");
        Map<String, String> indexes = indexes();
        for (String drop : indexes.keySet()) {
            execute(drop);
        }
        figures(places);
        for (String create : indexes.values()) {
            execute(create);
        }
        scoreboard();
        execute("VACUUM (ANALYZE) observation, target");
        execute("CHECKPOINT");
    }

    private void figures(int places) throws SQLException {
        try (PreparedStatement insert = superuser.prepareStatement(INSERT)) {
            insert.setString(1, Sample.TITLE);
            insert.setString(2, Sample.REFERENCE);
            insert.setArray(3, regions());
            for (int version = 1; version <= Sample.VERSIONS; version++) {
                for (int period = 0; period < Sample.PERIODS; period += PERIODS_AT_ONCE) {
                    insert.setInt(4, version);
                    insert.setInt(5, period);
                    insert.setInt(6, period + PERIODS_AT_ONCE - 1);
                    insert.setInt(7, places - 1);
                    insert.executeUpdate();
                }
            }
        }
    }

    private void scoreboard() throws SQLException {
        try (PreparedStatement targets = superuser.prepareStatement(TARGETS);
                PreparedStatement years = superuser.prepareStatement(YEARS)) {
            targets.setString(1, Sample.TITLE);
            targets.setArray(2, regions());
            targets.setString(3, Sample.CITY);
            targets.setString(4, Sample.CITY);
            targets.executeUpdate();
            years.setString(1, Sample.TITLE);
            years.setString(2, Sample.REFERENCE);
            years.setString(3, Sample.CITY);
            years.setArray(4, regions());
            years.setString(5, Sample.CITY);
            years.executeUpdate();
        }
    }

    private java.sql.Array regions() throws SQLException {
        return superuser.createArrayOf("text", Sample.REGIONS.toArray());
    }

    /** {@return what drops an index, and what makes it again} */
    private Map<String, String> indexes() throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        for (String[] key : rows("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 'observation'::regclass AND contype IN ('p', 'u')")) {
            indexes.put(
                    "ALTER TABLE observation DROP CONSTRAINT " + key[0],
                    "ALTER TABLE observation ADD CONSTRAINT " + key[0] + " " + key[1]);
        }
        for (String[] index : rows(
                "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
                        + " WHERE indrelid = 'observation'::regclass"
                        + " AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE conrelid = 'observation'::regclass)")) {
            indexes.put("DROP INDEX " + index[0], index[1]);
        }
        return indexes;
    }

    private List<String[]> rows(String sql) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(new String[] {result.getString(1), result.getString(2)});
            }
        }
        return rows;
    }

    long count(String fromAndWhere) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + fromAndWhere)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@return what the table of figures takes on the disk with its indexes} */
    long bytes() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_total_relation_size('observation')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
