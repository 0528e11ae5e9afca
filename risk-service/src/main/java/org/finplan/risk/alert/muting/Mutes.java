package org.finplan.risk.alert.muting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Asks what mutes alerts, as it stands in the caller's transaction. Nothing is kept from one time to the next. */
@ApplicationScoped
public class Mutes {

    private static final String OF_FEW = "SELECT * FROM alert_mute WHERE muted_alert = ANY (:alerts)";

    /** What mutes all is reckoned as fast as what mutes a thousand. */
    private static final String AMONG_ALL = "SELECT * FROM alert_mute WHERE muted_alert IN (SELECT unnest(:alerts))";

    private static final int FEW = 100;

    private final Jdbi jdbi;

    Mutes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What mutes an alert now.
     *
     * @param alert id of the alert, whose row is written
     * @return the mute, empty when messages about it are sent
     */
    public Optional<Mute> of(UUID alert) {
        return Optional.ofNullable(of(List.of(alert)).get(alert));
    }

    /**
     * What mutes alerts now.
     *
     * @param alerts ids of alerts, whose rows are written
     * @return the mutes of those about which no messages are sent, by id
     */
    public Map<UUID, Mute> of(Collection<UUID> alerts) {
        Map<UUID, Mute> mutes = new HashMap<>();
        if (!alerts.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery(alerts.size() > FEW ? AMONG_ALL : OF_FEW)
                    .bindArray("alerts", UUID.class, List.copyOf(alerts))
                    .map(Row.to(row -> Map.entry(row.uuid("muted_alert"), Mute.of(row))))
                    .forEach(entry -> mutes.put(entry.getKey(), entry.getValue())));
        }
        return mutes;
    }

    /**
     * Finds alerts that were muted when there was something to tell, are muted no more, and nobody has charge of.
     *
     * @param putBack ids that are left out
     * @param most how many at most
     * @return ids
     */
    public List<UUID> over(Collection<UUID> putBack, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM alert
                        WHERE NOT told AND state = 'raised' AND id <> ALL (:putBack)
                          AND id NOT IN (SELECT muted_alert FROM alert_mute)
                        LIMIT :most""")
                .bindArray("putBack", UUID.class, List.copyOf(putBack))
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }
}
