package org.finplan.risk.alert.query;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** Reads alerts, always within the regions that the caller reads. */
@ApplicationScoped
class AlertQueryRepository {

    /** What mutes an alert is reckoned for the rows of a page only, all at once. */
    private static final String MUTED = """
            WITH page AS MATERIALIZED (%s), mute AS MATERIALIZED (
                SELECT * FROM alert_mute WHERE muted_alert = ANY (ARRAY(SELECT id FROM page)))
            SELECT * FROM page a LEFT JOIN mute m ON m.muted_alert = a.id""";

    private final Jdbi jdbi;
    private final AlertViewMapper mapper;

    AlertQueryRepository(Jdbi jdbi, AlertViewMapper mapper) {
        this.jdbi = jdbi;
        this.mapper = mapper;
    }

    Optional<AlertView> find(UUID id, AlertScope readable) {
        ListConditions conditions = readable.conditions().equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(MUTED.formatted("SELECT * FROM alert" + conditions.where())))
                .map(mapper.views())
                .findOne());
    }

    /** Reads the alerts that follow those with the values of a position in the order, or the first ones. */
    List<AlertView> page(AlertFilter filter, AlertScope readable, @Nullable List<Object> after, int rows) {
        AlertOrder order = filter.order();
        ListConditions conditions = conditions(filter, readable).after(order.columns(), order.descending(), after);
        String page = "SELECT * FROM alert" + conditions.where() + " ORDER BY " + order.sql() + " LIMIT :rows";
        String sql = MUTED.formatted(page) + " ORDER BY " + order.sql();
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(mapper.views())
                .list());
    }

    long count(AlertFilter filter, AlertScope readable) {
        ListConditions conditions = conditions(filter, readable);
        String sql = "SELECT count(*) FROM alert" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static ListConditions conditions(AlertFilter filter, AlertScope readable) {
        ListConditions conditions = readable.conditions()
                .equal("state", filter.state() == null ? null : filter.state().code())
                .equal("level", filter.level() == null ? null : filter.level().rank())
                .equal("region", filter.region())
                .equal("indicator", filter.indicator())
                .equal("rule", filter.rule())
                .equal("institution", filter.institution());
        if (filter.overdue() != null) {
            conditions.and(filter.overdue() ? "overdue_since IS NOT NULL" : "overdue_since IS NULL", Map.of());
        }
        return filter.acknowledgedBefore() == null
                ? conditions
                : conditions.and(
                        "state = 'acknowledged' AND acknowledged_at < :acknowledgedBefore",
                        Map.of("acknowledgedBefore", filter.acknowledgedBefore()));
    }
}
