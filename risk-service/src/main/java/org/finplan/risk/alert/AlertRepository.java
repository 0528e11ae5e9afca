package org.finplan.risk.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.risk.rule.Subject;

@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    /** The alert of a subject, locked until the end of the transaction. */
    Optional<Alert> lock(Subject subject) {
        return find(
                        "rule = ?1 and plan = ?2 and indicator = ?3 and region = ?4",
                        subject.rule(),
                        subject.plan(),
                        subject.indicator(),
                        subject.region())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    Optional<Alert> readable(UUID id, RegionSet regions) {
        return findByIdOptional(id).filter(alert -> regions.contains(alert.region));
    }

    /** Locks an alert until the end of the transaction and reads it again. */
    void lock(Alert alert) {
        getEntityManager().refresh(alert, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Alert> page(AlertQuery query, RegionSet regions, Optional<Place> after, int rows) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = conditions(query, regions, conditions);
        AlertQuery.Sort sort = query.sort();
        after.ifPresent(place -> {
            conditions.add(
                    "(%s, id) %s (:afterKey, :afterId)".formatted(sort.attribute(), sort.descending() ? "<" : ">"));
            parameters.put("afterKey", place.key());
            parameters.put("afterId", place.id());
        });
        String direction = sort.descending() ? "desc" : "asc";
        return find(
                        "%s order by %s %s, id %s"
                                .formatted(String.join(" and ", conditions), sort.attribute(), direction, direction),
                        parameters)
                .page(0, rows)
                .list();
    }

    long count(AlertQuery query, RegionSet regions) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = conditions(query, regions, conditions);
        return count(String.join(" and ", conditions), parameters);
    }

    private static Map<String, Object> conditions(AlertQuery query, RegionSet regions, List<String> conditions) {
        Map<String, Object> parameters = new HashMap<>(query.filters());
        conditions.add("1 = 1");
        parameters.keySet().stream().sorted().forEach(name -> conditions.add(name + " = :" + name));
        if (!regions.all()) {
            conditions.add("region in :regions");
            parameters.put("regions", regions.codes());
        }
        return parameters;
    }

    /**
     * A place in an ordered list.
     *
     * @param key value of the sort attribute
     * @param id id of the alert
     */
    record Place(Object key, UUID id) {}
}
