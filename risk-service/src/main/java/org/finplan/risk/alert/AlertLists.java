package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.plan.Plans;
import org.finplan.risk.rule.Level;

/** Reads alerts and their timelines page by page. */
@ApplicationScoped
class AlertLists {

    private static final int KEYS = 2;

    private final AlertRepository alerts;
    private final TimelineRepository timeline;
    private final RegionScope scope;
    private final Plans plans;

    AlertLists(AlertRepository alerts, TimelineRepository timeline, RegionScope scope, Plans plans) {
        this.alerts = alerts;
        this.timeline = timeline;
        this.scope = scope;
        this.plans = plans;
    }

    Page<Alert> alerts(AlertListParameters filters, PageParameters paging) {
        AlertQuery query = filters.query(plans);
        RegionSet regions = filters.institution == null ? scope.readable() : RegionSet.NONE;
        Optional<AlertRepository.Place> after = paging.after().map(keys -> place(query.sort(), keys));
        List<Alert> rows = alerts.page(query, regions, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? alerts.count(query, regions) : null;
        return Page.of(
                rows, paging.limit(), alert -> paging.cursor(query.sort().key(alert), alert.id.toString()), total);
    }

    Page<TimelineEntry> timeline(Alert alert, PageParameters paging) {
        int rows = paging.limit() + 1;
        List<TimelineEntry> entries = paging.after()
                .map(AlertLists::instantAndId)
                .map(place -> timeline.after(alert.id, (Instant) place.key(), place.id(), rows))
                .orElseGet(() -> timeline.first(alert.id, rows));
        Long total = paging.countsExactly() ? timeline.count("alert", alert.id) : null;
        return Page.of(
                entries,
                paging.limit(),
                entry -> paging.cursor(entry.occurredAt.toString(), entry.id.toString()),
                total);
    }

    private static AlertRepository.Place place(AlertQuery.Sort sort, List<String> keys) {
        return sort.byLevel() ? levelAndId(keys) : instantAndId(keys);
    }

    private static AlertRepository.Place levelAndId(List<String> keys) {
        Level level = Level.find(keys.get(0)).orElseThrow(() -> damaged(keys));
        return new AlertRepository.Place((short) level.rank(), id(keys));
    }

    private static AlertRepository.Place instantAndId(List<String> keys) {
        try {
            return new AlertRepository.Place(Instant.parse(keys.get(0)), id(keys));
        } catch (DateTimeException noInstant) {
            throw damaged(keys);
        }
    }

    private static UUID id(List<String> keys) {
        try {
            if (keys.size() == KEYS) {
                return UUID.fromString(keys.get(1));
            }
        } catch (IllegalArgumentException noId) {
            throw damaged(keys);
        }
        throw damaged(keys);
    }

    private static RuntimeException damaged(List<String> keys) {
        return Cursor.invalid(String.join(" ", keys));
    }
}
