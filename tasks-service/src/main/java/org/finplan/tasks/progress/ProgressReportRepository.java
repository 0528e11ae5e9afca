package org.finplan.tasks.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.tasks.task.TaskKey;
import org.hibernate.Session;

/** The progress reports, always within the regions that the caller reads. */
@ApplicationScoped
class ProgressReportRepository implements PanacheRepositoryBase<ProgressReport, UUID> {

    private static final String FORGET =
            "DELETE FROM task_standing WHERE plan = :plan AND task = :task AND region = :region";

    private static final String STAND = """
            INSERT INTO task_standing (plan, task, region, claimed_status, claimed_for, claimed_at, verified_status,
                                       verified_for, verified_at)
            SELECT c.plan, c.task, c.region, c.status, c.reported_for, c.reported_at, v.status, v.reported_for,
                   v.reviewed_at
            FROM (SELECT * FROM progress_report
                  WHERE plan = :plan AND task = :task AND region = :region AND state <> 'returned'
                  ORDER BY reported_for DESC, reported_at DESC LIMIT 1) c
            LEFT JOIN (SELECT * FROM progress_report
                  WHERE plan = :plan AND task = :task AND region = :region AND state = 'verified'
                  ORDER BY reported_for DESC, reviewed_at DESC LIMIT 1) v ON true""";

    private final Session session;

    ProgressReportRepository(Session session) {
        this.session = session;
    }

    /**
     * Which reports are wanted. A null part does not narrow.
     *
     * @param plan plan code
     * @param task id of the leaf
     * @param region region code
     * @param state state of the report
     */
    record Filter(String plan, String task, String region, ReportState state) {}

    /**
     * Reads reports, newest first.
     *
     * @param filter which ones
     * @param scope regions that the caller reads
     * @param before id of the last report seen, or null
     * @param limit most rows
     * @return the reports
     */
    List<ProgressReport> search(Filter filter, RegionSet scope, UUID before, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = conditions(filter, scope, parameters);
        if (before != null) {
            conditions.add("id < :before");
            parameters.put("before", before);
        }
        return find(String.join(" and ", conditions) + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * Counts reports.
     *
     * @param filter which ones
     * @param scope regions that the caller reads
     * @return how many there are
     */
    long count(Filter filter, RegionSet scope) {
        Map<String, Object> parameters = new HashMap<>();
        return count(String.join(" and ", conditions(filter, scope, parameters)), parameters);
    }

    /**
     * Reads a report.
     *
     * @param id its id
     * @param scope regions that the caller reads
     * @return the report, empty when there is none that the caller reads
     */
    Optional<ProgressReport> read(UUID id, RegionSet scope) {
        return findByIdOptional(id).filter(report -> scope.contains(report.region()));
    }

    /**
     * Reads a report again and locks it until the transaction ends.
     *
     * @param report the report
     */
    void lock(ProgressReport report) {
        session.refresh(report, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Reckons again what a region last said of a leaf. The leaf must be locked.
     *
     * @param key the leaf
     * @param region the region
     */
    void stand(TaskKey key, String region) {
        session.flush();
        for (String statement : List.of(FORGET, STAND)) {
            session.createNativeMutationQuery(statement)
                    .setParameter("plan", key.plan())
                    .setParameter("task", key.id())
                    .setParameter("region", region)
                    .executeUpdate();
        }
    }

    private static List<String> conditions(Filter filter, RegionSet scope, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.all() ? "1 = 1" : "region in :readable");
        if (!scope.all()) {
            parameters.put("readable", scope.codes());
        }
        equal("plan", filter.plan(), conditions, parameters);
        equal("task", filter.task(), conditions, parameters);
        equal("region", filter.region(), conditions, parameters);
        equal("state", filter.state() == null ? null : filter.state().code(), conditions, parameters);
        return conditions;
    }

    private static void equal(String name, String value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(name + " = :" + name);
            parameters.put(name, value);
        }
    }
}
