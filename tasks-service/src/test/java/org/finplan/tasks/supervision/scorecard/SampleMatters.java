package org.finplan.tasks.supervision.scorecard;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Sql;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** A session of its own with matters of a made-up city (演示样本), whose counts are compared with counting the rows. */
final class SampleMatters implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2032, 3, 31);
    static final List<String> UNITS = List.of("sample-u1", "sample-u2", "sample-u3");
    static final List<String> REGIONS = List.of("SAMPLE-C1", "SAMPLE-C2");
    private static final List<String> PLANS = List.of("sample-p1", "sample-p2");

    private static final String INSERT = """
            WITH added AS (INSERT INTO supervision (id, title, unit, region, city, plan, cause_kind, cause, evidence_required, state, moves, moved_on,
                limit_due, limit_from, deadlines, original_due, current_due, provisional, calendar, ladder, opened_by,
                opened_at, updated_at)
            SELECT gen_random_uuid(), '演示样本 sample', (:units)[n % 3 + 1], (:regions)[n / 3 % 2 + 1], :city,
                CASE WHEN n % 4 = 0 THEN NULL ELSE (:plans)[n % 2 + 1] END, 'manual', '演示样本 sample', true, 'registered', 1,
                :day, :day + 30, :day, 1, :day + n % 40 - 20, :day + n % 40 - 20, false, 'sample', '{}', 'sample',
                now(), now()
            FROM generate_series(CAST(:first AS integer), :last) AS n
            RETURNING id, region)
            INSERT INTO supervision_climb (supervision, climb_region, holder, reminders, escalations)
            SELECT id, region, 'supervisor', 0, 0 FROM added""";

    /** What scorecards counted before counts were kept. */
    private static final String ROWS = """
            SELECT unit, region, count(*) FILTER (WHERE closed_at IS NOT NULL) AS closed,
                count(*) FILTER (WHERE closed_at IS NOT NULL AND overdue_days = 0) AS on_time,
                coalesce(sum(returns) FILTER (WHERE closed_at IS NOT NULL), 0) AS returned,
                coalesce(sum(escalated) FILTER (WHERE closed_at IS NOT NULL), 0) AS escalated,
                coalesce(sum(overdue_days) FILTER (WHERE closed_at IS NOT NULL), 0) AS overdue_days,
                count(points) AS scored, coalesce(sum(points), 0) AS points, count(*) FILTER (WHERE closed_at IS NULL) AS open,
                count(*) FILTER (WHERE closed_at IS NULL AND state IN ('assigned', 'acknowledged') AND current_due < :today)
                    AS overdue
            FROM supervision
            WHERE city = :city AND (closed_at IS NULL OR closed_at >= (:from)::timestamp AT TIME ZONE 'Asia/Shanghai'
                    AND closed_at < (:until)::timestamp AT TIME ZONE 'Asia/Shanghai')
                AND (CAST(:plan AS text) IS NULL OR plan = :plan)
            GROUP BY unit, region ORDER BY region, unit""";

    final String city;
    final Connection connection;
    final Jdbi jdbi;

    SampleMatters(String city, String user) throws SQLException {
        this.city = city;
        this.connection =
                DriverManager.getConnection(setting("url"), setting(user + "username"), setting(user + "password"));
        connection.setAutoCommit(false);
        this.jdbi = Sql.on(new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return connection;
            }

            @Override
            public void closeConnection(Connection used) {
                // It is the session's.
            }
        });
        seeing("*");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("finplan.database." + name, String.class);
    }

    /** For the rest of the session, as for a caller of these regions. */
    void seeing(String regions) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT set_config('finplan.read_regions', :regions, false),"
                        + " set_config('finplan.write_regions', :regions, false) AS writable")
                .bind("regions", regions)
                .mapToMap()
                .one());
    }

    void add(int first, int last) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bindArray("units", String.class, UNITS)
                .bindArray("regions", String.class, REGIONS)
                .bindArray("plans", String.class, PLANS)
                .bind("city", city)
                .bind("day", DAY)
                .bind("first", first)
                .bind("last", last)
                .execute());
    }

    int update(String set, String where) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE supervision SET " + set + " WHERE city = :city AND (" + where + ")")
                .bind("city", city)
                .execute());
    }

    List<UUID> ids() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM supervision WHERE city = :city ORDER BY id")
                .bind("city", city)
                .mapTo(UUID.class)
                .list());
    }

    /** A change of some matters, as the service or anybody else may make it. */
    int change(Random random) {
        String some = "hashtext(id::text) % 7 = " + (random.nextInt(13) - 6);
        return switch (random.nextInt(10)) {
            case 0 -> update("state = 'assigned', version = version + 1", "closed_at IS NULL AND " + some);
            case 1 -> update("state = 'acknowledged'", "closed_at IS NULL AND " + some);
            case 2 -> update("state = 'answered'", "closed_at IS NULL AND " + some);
            case 3 -> update("current_due = current_due + " + (random.nextInt(30) - 12), some);
            case 4 ->
                update(
                        "state = 'closed', closed_at = '2032-0" + (1 + random.nextInt(4))
                                + "-01T00:00+08'::timestamptz + "
                                + random.nextInt(60 * 24)
                                + " * interval '1 hour' - interval '1 microsecond', overdue_days = "
                                + random.nextInt(3) + ", escalated = " + random.nextInt(3),
                        "closed_at IS NULL AND " + some);
            case 5 ->
                update(
                        "state = 'scored', score = '{}', points = " + random.nextInt(100),
                        "state = 'closed' AND " + some);
            case 6 -> update("returns = returns + 1", some);
            case 8 ->
                update("version = version + 1, urges = urges + 1, escalated = escalated + " + random.nextInt(2), some);
            case 7 -> update("unit = '" + UNITS.get(random.nextInt(3)) + "'", some);
            default -> climb(some);
        };
    }

    /** A step of their ladders. */
    private int climb(String some) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("UPDATE supervision_climb SET escalations = escalations + 1 WHERE"
                                + " supervision IN (SELECT id FROM supervision WHERE city = :city AND " + some + ")")
                        .bind("city", city)
                        .execute());
    }

    UnitScores.Wanted wanted(LocalDate start, LocalDate end, LocalDate today, boolean ofPlan) {
        return new UnitScores.Wanted(
                ofPlan ? PLANS.get(0) : null, List.of(city), RegionSet.ALL, (Set<String>) null, start, end, today);
    }

    List<UnitCounts> kept(UnitScores.Wanted wanted) {
        return new ScorecardRepository(jdbi).count(wanted);
    }

    List<UnitCounts> counted(UnitScores.Wanted wanted) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS)
                .bind("city", city)
                .bind("plan", wanted.plan())
                .bind("from", wanted.start())
                .bind("until", wanted.end().plusDays(1))
                .bind("today", wanted.today())
                .map(org.finplan.platform.sql.Row.to(ScorecardRepository::counts))
                .list());
    }

    /** Some period of up to some months, and some day. */
    UnitScores.Wanted any(Random random) {
        LocalDate start = random.nextBoolean()
                ? LocalDate.of(2032, 1 + random.nextInt(5), 1)
                : LocalDate.of(2032, 1, 1).plusDays(random.nextInt(150));
        LocalDate end = random.nextBoolean()
                ? start.plusMonths(random.nextInt(4)).withDayOfMonth(28)
                : start.plusDays(random.nextInt(100));
        LocalDate last = end.isBefore(start) ? start : end;
        return wanted(start, last, DAY.plusDays(random.nextInt(60) - 30), random.nextInt(3) == 0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
