package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The open matters that the caller sees, for whoever counts what units are asked for. */
@ApplicationScoped
public class OpenMatters {

    private static final int PARTS_OF_A_SERIES = 4;

    private final SupervisionRepository supervisions;
    private final SupervisionAccess access;

    OpenMatters(SupervisionRepository supervisions, SupervisionAccess access) {
        this.supervisions = supervisions;
        this.access = access;
    }

    /**
     * An open matter.
     *
     * @param id its id
     * @param title what is to be done
     * @param unit unit that is to act
     * @param region region concerned
     * @param plan plan code of the task or indicator concerned, or null
     * @param task id of the task concerned, or null
     * @param due until when the unit has time
     * @param indicator indicator that it is about, or null
     */
    public record OpenMatter(
            UUID id,
            String title,
            String unit,
            String region,
            @Nullable String plan,
            @Nullable String task,
            LocalDate due,
            @Nullable String indicator) {}

    /**
     * Reads open matters, newest first.
     *
     * @param unit code of the unit, or null
     * @param before id of the last one seen, or null
     * @param limit most rows
     * @return the matters
     */
    public List<OpenMatter> list(@Nullable String unit, @Nullable UUID before, int limit) {
        return access.reaching(() -> supervisions.search(open(unit), before, limit).stream()
                .map(OpenMatters::matter)
                .toList());
    }

    /**
     * Counts open matters.
     *
     * @param unit code of the unit, or null
     * @return how many there are
     */
    public long count(@Nullable String unit) {
        return access.reaching(() -> supervisions.count(open(unit)));
    }

    /**
     * Finds the open matters about figures: a late report, or an indicator behind its path. There is at most one of each kind for an
     * indicator of a plan in a region.
     *
     * @param plans plan codes
     * @param series indicator codes with their region codes
     * @return the matters
     */
    public List<OpenMatter> about(Collection<String> plans, Collection<Map.Entry<String, String>> series) {
        List<String> keys = Stream.of(CauseKind.REPORT_OVERDUE, CauseKind.INDICATOR_BEHIND)
                .flatMap(kind -> plans.stream().flatMap(plan -> series.stream()
                        .map(one -> String.join("/", kind.code(), plan, one.getKey(), one.getValue()))))
                .toList();
        return keys.isEmpty()
                ? List.of()
                : access.reaching(() ->
                        supervisions
                                .search(open(null).and("causeKey in (:causes)", "causes", keys), null, keys.size())
                                .stream()
                                .map(OpenMatters::matter)
                                .toList());
    }

    private SupervisionConditions open(@Nullable String unit) {
        return access.readable().and("closedAt is null", Map.of()).equal("unit", unit);
    }

    private static OpenMatter matter(Supervision matter) {
        String[] series = matter.causeKey == null ? new String[0] : matter.causeKey.split("/", -1);
        return new OpenMatter(
                matter.id,
                matter.title,
                matter.unit,
                matter.region,
                matter.plan,
                matter.task,
                matter.currentDue,
                series.length == PARTS_OF_A_SERIES ? series[2] : null);
    }
}
