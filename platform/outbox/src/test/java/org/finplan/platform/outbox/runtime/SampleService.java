package org.finplan.platform.outbox.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.TargetRevised;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.outbox.SampleEvents;

/** Writes events and reacts to them, by nothing but what a service has. */
@ApplicationScoped
class SampleService implements EventHandler<TargetRevised>, RegionTree {

    private final Outbox outbox;
    private final DataSource dataSource;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    SampleService(Outbox outbox, DataSource dataSource) {
        this.outbox = outbox;
        this.dataSource = dataSource;
    }

    @Transactional
    UUID write(String aggregate) {
        return outbox.append(SampleEvents.of(aggregate, 1));
    }

    @Transactional
    void writeAndFail(String aggregate) {
        outbox.append(SampleEvents.of(aggregate, 1));
        throw new IllegalStateException("sample failure after the append");
    }

    UUID writeWithoutTransaction(String aggregate) {
        return outbox.append(SampleEvents.of(aggregate, 1));
    }

    void failOn(String aggregate) {
        failing.add(aggregate);
    }

    void mend() {
        failing.clear();
    }

    @Override
    public Class<TargetRevised> type() {
        return TargetRevised.class;
    }

    @Override
    public void handle(Event<TargetRevised> event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO effect (event_id, aggregate, sequence) VALUES (?, ?, ?)")) {
            statement.setObject(1, event.id());
            statement.setString(2, event.partitionKey());
            statement.setLong(3, event.sequence());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (failing.contains(event.partitionKey())) {
            throw new IllegalStateException("sample failure");
        }
    }

    List<Long> effects(String aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT sequence FROM effect WHERE aggregate = ? ORDER BY place")) {
            statement.setString(1, aggregate);
            List<Long> effects = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    effects.add(rows.getLong(1));
                }
            }
            return effects;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<String> subtree(String region) {
        return Set.of(region);
    }

    @Override
    public List<String> ancestors(String region) {
        return List.of();
    }

    @Override
    public Set<String> references() {
        return Set.of();
    }

    @Override
    public Set<String> cities() {
        return Set.of("441200");
    }
}
