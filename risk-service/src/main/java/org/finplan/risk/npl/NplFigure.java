package org.finplan.risk.npl;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Reading;

/** The newest version of a non-performing loan ratio of a region. A withdrawn one stays, without a value. */
@Entity
@Table(name = "npl_figure")
class NplFigure {

    /**
     * Whose figure, and for which period.
     *
     * @param region region code
     * @param period period in the notation of the API
     */
    @Embeddable
    record Key(
            @Column(name = "region") String region,
            @Column(name = "period") String period) {}

    @EmbeddedId
    Key key;

    @Column(name = "period_end")
    LocalDate periodEnd;

    @Column(name = "value")
    BigDecimal value;

    @Column(name = "unit")
    String unit;

    @Column(name = "observation")
    UUID observation;

    @Column(name = "version")
    int version;

    @Column(name = "event")
    UUID event;

    @Column(name = "sequence")
    long sequence;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** For Hibernate. */
    protected NplFigure() {}

    NplFigure(Key key) {
        this.key = key;
        this.periodEnd = Period.parse(key.period()).end();
    }

    void record(Event<ObservationRecorded> recorded) {
        ObservationRecorded figure = recorded.data();
        value = figure.value();
        unit = figure.unit();
        observation = figure.observation();
        version = figure.version();
        event = recorded.id();
        sequence = recorded.sequence();
        recordedAt = figure.recordedAt();
    }

    void withdraw(Event<ObservationWithdrawn> withdrawn) {
        value = null;
        observation = withdrawn.data().observation();
        version = withdrawn.data().version();
        event = withdrawn.id();
        sequence = withdrawn.sequence();
        recordedAt = withdrawn.data().recordedAt();
    }

    Reading reading() {
        return value == null ? null : new Reading(value, observation, version);
    }
}
