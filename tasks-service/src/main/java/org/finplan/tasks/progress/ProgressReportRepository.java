package org.finplan.tasks.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.standing.ReportedStatus;
import org.finplan.tasks.standing.Standing;
import org.finplan.tasks.task.TaskKey;

/** The progress reports, always within the regions that the caller reads. */
@ApplicationScoped
class ProgressReportRepository implements PanacheRepositoryBase<ProgressReport, UUID> {

    private static final String NEWEST_CLAIM =
            "plan = ?1 and task = ?2 and region = ?3 and state <> 'returned' order by reportedFor desc, reportedAt desc";

    private static final String NEWEST_VERIFIED =
            "plan = ?1 and task = ?2 and region = ?3 and state = 'verified' order by reportedFor desc, reviewedAt desc";

    /**
     * Reads reports, newest first.
     *
     * @param filter which ones
     * @param scope regions that the caller reads
     * @param before id of the last report seen, or null
     * @param limit most rows
     * @return the reports
     */
    List<ProgressReport> search(ProgressReportFilter filter, RegionSet scope, @Nullable UUID before, int limit) {
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
    long count(ProgressReportFilter filter, RegionSet scope) {
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
        getEntityManager().refresh(report, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks reports until the transaction ends, in the order of their ids.
     *
     * @param ids their ids
     */
    void lockAll(Collection<UUID> ids) {
        find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * Stores what became of the observations that reports cite, and counts up their versions.
     *
     * @param state the gravest state
     * @param ids ids of reports of that state, locked before
     */
    void evidence(EvidenceState state, Collection<UUID> ids) {
        update("evidenceState = ?1, version = version + 1 where id in ?2", state.code(), ids);
    }

    /**
     * Counts the reports on a leaf that were not returned by the state of their evidence.
     *
     * @param key the leaf
     * @param scope regions that the caller reads
     * @return the counts of those states that occur
     */
    Map<EvidenceState, Long> evidenceOf(TaskKey key, RegionSet scope) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions =
                conditions(new ProgressReportFilter(key.plan(), key.id(), null, null, null), scope, parameters);
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        "select evidenceState, count(*) from ProgressReport where " + String.join(" and ", conditions)
                                + " and state <> 'returned' and evidenceState is not null group by evidenceState",
                        Object[].class);
        parameters.forEach(query::setParameter);
        Map<EvidenceState, Long> counts = new EnumMap<>(EvidenceState.class);
        query.getResultList().forEach(row -> counts.put(EvidenceState.of((String) row[0]), (Long) row[1]));
        return counts;
    }

    /**
     * Finds what a region last reported of a leaf.
     *
     * @param key the leaf, which must be locked
     * @param region the region
     * @return its newest claim and its newest verified one, empty when none of its reports counts
     */
    Optional<Standing> standing(TaskKey key, String region) {
        ReportedStatus verified = newest(NEWEST_VERIFIED, key, region)
                .map(report -> new ReportedStatus(region, report.status(), report.reportedFor(), report.reviewedAt()))
                .orElse(null);
        return newest(NEWEST_CLAIM, key, region)
                .map(report -> new ReportedStatus(region, report.status(), report.reportedFor(), report.reportedAt()))
                .map(claimed -> new Standing(claimed, verified));
    }

    private Optional<ProgressReport> newest(String condition, TaskKey key, String region) {
        return find(condition, key.plan(), key.id(), region)
                .page(Page.ofSize(1))
                .firstResultOptional();
    }

    private static List<String> conditions(
            ProgressReportFilter filter, RegionSet scope, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.all() ? "1 = 1" : "region in :readable");
        if (!scope.all()) {
            parameters.put("readable", scope.codes());
        }
        equal("plan", filter.plan(), conditions, parameters);
        equal("task", filter.task(), conditions, parameters);
        equal("region", filter.region(), conditions, parameters);
        equal("state", filter.state() == null ? null : filter.state().code(), conditions, parameters);
        equal(
                "evidenceState",
                filter.evidence() == null ? null : filter.evidence().code(),
                conditions,
                parameters);
        return conditions;
    }

    private static void equal(String name, String value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(name + " = :" + name);
            parameters.put(name, value);
        }
    }
}
