package org.finplan.risk.alert.group;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.alert.query.AlertScope;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.rule.Level;
import org.jdbi.v3.core.Jdbi;

/** Counts open alerts in groups, within the regions that the caller reads. */
@ApplicationScoped
class AlertGroupRepository {

    private static final List<String> ORDER = List.of("worst", "count", "group_region", "group_rule");

    private final Jdbi jdbi;

    AlertGroupRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads groups, the gravest and then the largest first. */
    List<AlertGroupView> page(AlertGroupBy by, AlertScope readable, @Nullable List<Object> after, int rows) {
        ListConditions alerts = readable.conditions();
        ListConditions groups = new ListConditions(RegionSet.ALL).after(ORDER, true, after);
        String sql = groups(by, alerts) + groups.where()
                + " ORDER BY worst DESC, count DESC, group_region DESC, group_rule DESC LIMIT :rows";
        return jdbi.withHandle(handle -> groups.bindTo(alerts.bindTo(handle.createQuery(sql)))
                .bind("rows", rows)
                .map(Row.to(AlertGroupRepository::group))
                .list());
    }

    long count(AlertGroupBy by, AlertScope readable) {
        ListConditions alerts = readable.conditions();
        String sql = "SELECT count(*) FROM (" + groups(by, alerts) + ") g";
        return jdbi.withHandle(handle ->
                alerts.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static String groups(AlertGroupBy by, ListConditions alerts) {
        return """
                SELECT * FROM (
                    SELECT %1$s AS group_region, %2$s AS group_rule, count(*) AS count, max(level) AS worst,
                           count(*) FILTER (WHERE level = 1) AS blue, count(*) FILTER (WHERE level = 2) AS yellow,
                           count(*) FILTER (WHERE level = 3) AS orange, count(*) FILTER (WHERE level = 4) AS red,
                           count(*) FILTER (WHERE state = 'raised') AS unattended,
                           count(overdue_since) AS overdue, count(*) FILTER (WHERE muted) AS muted, max(raised_at) AS newest
                    FROM (SELECT *, id IN (SELECT muted_alert FROM alert_mute) AS muted FROM alert%3$s) a
                    WHERE state <> 'closed'
                    GROUP BY 1, 2) g""".formatted(by.region(), by.rule(), alerts.where());
    }

    private static AlertGroupView group(Row row) throws SQLException {
        String region = row.text("group_region");
        String rule = row.text("group_rule");
        return new AlertGroupView(
                region.isEmpty() ? null : region,
                rule.isEmpty() ? null : rule,
                row.integer("count"),
                Level.ofRank(row.integer("worst")).code(),
                new AlertGroupView.Levels(
                        row.integer("blue"), row.integer("yellow"), row.integer("orange"), row.integer("red")),
                row.integer("unattended"),
                row.integer("overdue"),
                row.integer("muted"),
                row.instant("newest"));
    }
}
