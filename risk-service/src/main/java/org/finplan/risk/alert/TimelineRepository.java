package org.finplan.risk.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, UUID> {

    /** Entries in the order of what happened, not of what was entered. */
    List<TimelineEntry> first(UUID alert, int rows) {
        return find("alert = ?1 order by occurredAt, id", alert).page(0, rows).list();
    }

    List<TimelineEntry> after(UUID alert, Instant occurredAt, UUID id, int rows) {
        return find("alert = ?1 and (occurredAt, id) > (?2, ?3) order by occurredAt, id", alert, occurredAt, id)
                .page(0, rows)
                .list();
    }
}
