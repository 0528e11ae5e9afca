package org.finplan.risk.alert.handling;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** What people did about an alert in its current round. */
public final class HandlingSteps {

    private HandlingSteps() {}

    /**
     * Somebody took charge.
     *
     * @param by subject
     * @param at when
     * @param until when it lapses unless the handling is ordered before; null while the cause is gone, and of one of an earlier release
     */
    @Embeddable
    public record Acknowledgement(
            @Column(name = "acknowledged_by") String by,
            @Column(name = "acknowledged_at") Instant at,
            @Nullable @Column(name = "acknowledged_until") Instant until) {

        /** {@return the same with another end} */
        public Acknowledgement until(@Nullable Instant other) {
            return new Acknowledgement(by, at, other);
        }
    }

    /**
     * A unit was ordered to act.
     *
     * @param responsibleUnit the unit
     * @param instruction what it must do
     * @param dueOn last day (Asia/Shanghai)
     * @param by subject who ordered it
     * @param at when
     */
    @Embeddable
    public record Disposal(
            @Column(name = "responsible_unit") String responsibleUnit,
            @Column(name = "instruction") String instruction,
            @Column(name = "due_on") LocalDate dueOn,
            @Column(name = "ordered_by") String by,
            @Column(name = "ordered_at") Instant at) {}

    /**
     * What came of it.
     *
     * @param text the result in the words of whoever recorded it
     * @param by subject
     * @param at when it was recorded
     */
    @Embeddable
    public record Feedback(
            @Column(name = "feedback") String text,
            @Column(name = "feedback_by") String by,
            @Column(name = "feedback_at") Instant at) {}

    /**
     * It is watched further.
     *
     * @param reviewOn day of the next look (Asia/Shanghai)
     * @param by subject who started it
     * @param at when
     */
    @Embeddable
    public record Monitoring(
            @Column(name = "review_on") LocalDate reviewOn,
            @Column(name = "monitoring_by") String by,
            @Column(name = "monitoring_at") Instant at) {}

    /**
     * It left the loop.
     *
     * @param outcome handled, or cause-gone when the figures put it right before anybody took charge
     * @param by subject, or the rule that saw the cause gone
     * @param at when
     */
    @Embeddable
    public record Closure(
            @Column(name = "outcome") String outcome,
            @Column(name = "closed_by") String by,
            @Column(name = "closed_at") Instant at) {

        /** The outcome of an alert that a person closed. */
        public static final String HANDLED = "handled";

        /** The outcome of an alert that its rule closed. */
        public static final String CAUSE_GONE = "cause-gone";
    }
}
