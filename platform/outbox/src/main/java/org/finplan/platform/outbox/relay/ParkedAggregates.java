package org.finplan.platform.outbox.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The aggregates that the relay parked because the broker refuses an event of theirs. */
public final class ParkedAggregates {

    private static final String SELECT = """
            SELECT p.position, p.aggregate, p.event_id, o.topic, o.type, p.reason, p.parked_at
            FROM outbox_parked p JOIN outbox o ON o.position = p.position
            """;

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
     * Lists them in the order of their refused events.
     *
     * @param after position of the refused event after which to begin
     * @param limit how many at most
     * @return parked aggregates
     * @throws SQLException when the database fails
     */
    public List<ParkedAggregate> list(long after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(SELECT + "WHERE p.position > ? ORDER BY p.position LIMIT ?")) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return parked(statement);
        }
    }

    /**
     * Finds one by the refused event.
     *
     * @param event id of the event
     * @return the parked aggregate
     * @throws SQLException when the database fails
     */
    public Optional<ParkedAggregate> find(UUID event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + "WHERE p.event_id = ?")) {
            statement.setObject(1, event);
            return parked(statement).stream().findFirst();
        }
    }

    /**
     * Lets the relay try an aggregate again, from the refused event on.
     *
     * @param connection connection of the caller's transaction
     * @param event id of the refused event
     * @return false when nothing is parked for it
     * @throws SQLException when the database fails
     */
    public boolean release(Connection connection, UUID event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM outbox_parked WHERE event_id = ?")) {
            statement.setObject(1, event);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Lets the relay try all parked aggregates again.
     *
     * @param connection connection of the caller's transaction
     * @return how many
     * @throws SQLException when the database fails
     */
    public int releaseAll(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox_parked")) {
            return statement.executeUpdate();
        }
    }

    private static List<ParkedAggregate> parked(PreparedStatement statement) throws SQLException {
        List<ParkedAggregate> parked = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                parked.add(new ParkedAggregate(
                        rows.getLong("position"),
                        rows.getString("aggregate"),
                        rows.getObject("event_id", UUID.class),
                        rows.getString("topic"),
                        rows.getString("type"),
                        rows.getString("reason"),
                        rows.getObject("parked_at", OffsetDateTime.class).toInstant()));
            }
        }
        return parked;
    }
}
