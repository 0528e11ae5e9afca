package org.finplan.platform.outbox.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The aggregates that the relay parked because the broker refuses an event of theirs. */
public final class ParkedAggregates {

    private static final int MOST = 500;

    private final DataSource dataSource;

    /**
     * The parked aggregates of a service.
     *
     * @param dataSource its database
     */
    public ParkedAggregates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Lists them, the longest parked first, at most 500.
     *
     * @return parked aggregates
     * @throws SQLException when the database fails
     */
    public List<ParkedAggregate> list() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT p.aggregate, p.event_id, o.topic, o.type, p.reason, p.parked_at,
                            (SELECT count(*) FROM outbox w
                             WHERE w.published_at IS NULL AND w.aggregate = p.aggregate) AS waiting
                        FROM outbox_parked p JOIN outbox o ON o.position = p.position
                        ORDER BY p.parked_at, p.position LIMIT ?""")) {
            statement.setInt(1, MOST);
            List<ParkedAggregate> parked = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    parked.add(new ParkedAggregate(
                            rows.getString("aggregate"),
                            rows.getObject("event_id", UUID.class),
                            rows.getString("topic"),
                            rows.getString("type"),
                            rows.getString("reason"),
                            rows.getObject("parked_at", OffsetDateTime.class).toInstant(),
                            rows.getLong("waiting")));
                }
            }
            return parked;
        }
    }

    /**
     * Lets the relay try an aggregate again, from the refused event on.
     *
     * @param event id of the refused event
     * @return false when nothing is parked for it
     * @throws SQLException when the database fails
     */
    public boolean release(UUID event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM outbox_parked WHERE event_id = ?")) {
            statement.setObject(1, event);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Lets the relay try all parked aggregates again.
     *
     * @return how many
     * @throws SQLException when the database fails
     */
    public int releaseAll() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox_parked")) {
            return statement.executeUpdate();
        }
    }
}
