package org.finplan.platform.outbox.relay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The aggregates that the relay parked because the broker refuses an event of theirs, in the transaction at hand. */
public final class ParkedAggregates {

    private static final String SELECT = """
        SELECT p.position, p.aggregate, p.event_id, o.topic, o.type, p.reason, p.parked_at
        FROM outbox_parked p JOIN outbox o ON o.position = p.position
        WHERE (:everyRegion OR o.region = ANY (:regions))\
        """;

    private static final String RELEASE_ALL = """
        DELETE FROM outbox_parked p USING outbox o
        WHERE o.position = p.position AND (:everyRegion OR o.region = ANY (:regions))\
        """;

    private static final RowMapper<ParkedAggregate> PARKED = Row.to(row -> new ParkedAggregate(
            row.number("position"),
            row.text("aggregate"),
            row.uuid("event_id"),
            row.text("topic"),
            row.text("type"),
            row.text("reason"),
            row.instant("parked_at")));

    private final Jdbi jdbi;

    /**
     * The parked aggregates of a service.
     *
     * @param jdbi its database
     */
    public ParkedAggregates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lists them in the order of their refused events.
     *
     * @param regions regions that the refused event may be about; one without a region is listed with all of them only
     * @param after position of the refused event after which to begin
     * @param limit how many at most
     * @return parked aggregates
     */
    public List<ParkedAggregate> list(RegionSet regions, long after, int limit) {
        return jdbi.withHandle(handle -> of(
                        regions,
                        handle.createQuery(SELECT + " AND p.position > :after ORDER BY p.position LIMIT :limit"))
                .bind("after", after)
                .bind("limit", limit)
                .map(PARKED)
                .list());
    }

    /**
     * Finds one by the refused event.
     *
     * @param event id of the event
     * @param regions regions that it may be about, as in {@link #list}
     * @return the parked aggregate
     */
    public Optional<ParkedAggregate> find(UUID event, RegionSet regions) {
        return jdbi.withHandle(handle -> of(regions, handle.createQuery(SELECT + " AND p.event_id = :event"))
                .bind("event", event)
                .map(PARKED)
                .findFirst());
    }

    /**
     * Lets the relay try an aggregate again, from the refused event on.
     *
     * @param event id of the refused event
     * @return false when nothing is parked for it
     */
    public boolean release(UUID event) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM outbox_parked WHERE event_id = :event")
                        .bind("event", event)
                        .execute())
                == 1;
    }

    /**
     * Lets the relay try all parked aggregates again.
     *
     * @param regions regions that the refused events may be about, as in {@link #list}
     * @return how many
     */
    public int releaseAll(RegionSet regions) {
        return jdbi.withHandle(
                handle -> of(regions, handle.createUpdate(RELEASE_ALL)).execute());
    }

    private static <S extends SqlStatement<S>> S of(RegionSet regions, S statement) {
        return statement
                .bind("everyRegion", regions.all())
                .bindArray("regions", String.class, List.copyOf(regions.codes()));
    }
}
