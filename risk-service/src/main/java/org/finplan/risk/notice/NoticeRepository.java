package org.finplan.risk.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    /**
     * Which notices a caller asks for and may see.
     *
     * @param state state, or null for any
     * @param region region code, or null for any
     * @param readable regions of the caller
     * @param drafts whether it sees what was never published
     */
    record Selection(NoticeState state, String region, RegionSet readable, boolean drafts) {

        boolean holds(Notice notice) {
            return readable.contains(notice.region) && (drafts || notice.wasPublished());
        }
    }

    /**
     * A place in the list.
     *
     * @param at time of the last notice seen
     * @param id its id
     */
    record Place(Instant at, UUID id) {}

    /** The notices, the newest first: by publication where only published ones are seen, by creation otherwise. */
    List<Notice> page(Selection selection, Optional<Place> after, int rows) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = conditions(selection, parameters);
        String time = time(selection);
        after.ifPresent(place -> {
            conditions.add("(" + time + ", id) < (:at, :id)");
            parameters.put("at", place.at());
            parameters.put("id", place.id());
        });
        return find(String.join(" and ", conditions) + " order by " + time + " desc, id desc", parameters)
                .page(0, rows)
                .list();
    }

    long count(Selection selection) {
        Map<String, Object> parameters = new HashMap<>();
        return count(String.join(" and ", conditions(selection, parameters)), parameters);
    }

    /** Locks a notice until the end of the transaction and reads it again. */
    void lock(Notice notice) {
        getEntityManager().refresh(notice, LockModeType.PESSIMISTIC_WRITE);
    }

    static String time(Selection selection) {
        return selection.drafts() ? "createdAt" : "publishedAt";
    }

    private static List<String> conditions(Selection selection, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!selection.drafts()) {
            conditions.add("publishedAt is not null");
        }
        if (selection.state() != null) {
            conditions.add("state = :state");
            parameters.put("state", selection.state());
        }
        if (selection.region() != null) {
            conditions.add("region = :region");
            parameters.put("region", selection.region());
        }
        if (!selection.readable().all()) {
            conditions.add("region in :readable");
            parameters.put("readable", selection.readable().codes());
        }
        return conditions;
    }
}
