package org.finplan.tasks.supervision.timeline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;

/** Writes and reads the timelines of matters. An entry is written in the transaction of what it tells of. */
@ApplicationScoped
public class TimelineService {

    private static final int KEYS = 2;

    private final TimelineRepository timeline;
    private final Caller caller;

    TimelineService(TimelineRepository timeline, Caller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    /**
     * Tells what the caller did.
     *
     * @param matter the matter after it, whose row is written
     * @param kind what happened
     * @param detail what it is about, or null
     * @param note the caller's words, or null
     * @param at when
     */
    public void recordCaller(
            SupervisionMoment matter, TimelineKind kind, @Nullable String detail, @Nullable String note, Instant at) {
        record(List.of(new TimelineEntry(matter, kind, at, caller.subject(), actorUnit(), detail, note)));
    }

    /**
     * Tells what happened to several matters.
     *
     * @param entries what happened
     */
    public void record(List<TimelineEntry> entries) {
        timeline.append(entries);
    }

    /**
     * Reads the timeline of a matter that the caller may see.
     *
     * @param matter id of the matter
     * @param paging the page
     * @return its entries in their order
     */
    public Page<SupervisionTimelineView> page(UUID matter, PageParameters paging) {
        List<String> after = paging.after().orElse(List.of());
        List<SupervisionTimelineView> rows = after.isEmpty()
                ? timeline.page(matter, null, null, paging.limit() + 1)
                : timeline.page(matter, time(after), id(after), paging.limit() + 1);
        Long total = paging.countsExactly() ? timeline.count(matter) : null;
        return Page.of(
                rows,
                paging.limit(),
                entry -> paging.cursor(entry.occurredAt().toString(), entry.id().toString()),
                total);
    }

    @Nullable
    private String actorUnit() {
        TreeSet<String> bound = new TreeSet<>(caller.units().isEmpty() ? caller.regions() : caller.units());
        return bound.isEmpty() ? null : String.join(",", bound);
    }

    /** A cursor is not signed: its keys may be anything. */
    private static Instant time(List<String> keys) {
        try {
            return Instant.parse(keys.get(0));
        } catch (DateTimeException noInstant) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }

    private static UUID id(List<String> keys) {
        try {
            return UUID.fromString(keys.size() == KEYS ? keys.get(1) : "");
        } catch (IllegalArgumentException noId) {
            throw Cursor.invalid(String.join(" ", keys));
        }
    }
}
