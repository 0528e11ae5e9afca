package org.finplan.risk.alert.muting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Asks what mutes alerts, as it stands in the caller's transaction. Nothing is kept from one time to the next. */
@ApplicationScoped
public class Mutes {

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
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM alert_mute WHERE muted_alert = :alert")
                .bind("alert", alert)
                .map(Row.to(Mute::of))
                .findOne());
    }

    /**
     * Finds alerts that were muted when there was something to tell, are muted no more, and nobody has charge of.
     *
     * @param most how many at most
     * @return ids
     */
    public List<UUID> over(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT id FROM alert
                        WHERE NOT told AND state = 'raised'
                          AND NOT EXISTS (SELECT FROM alert_mute WHERE muted_alert = alert.id)
                        LIMIT :most""").bind("most", most).mapTo(UUID.class).list());
    }
}
