package org.finplan.platform.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type that the suite writes, once. Schemas, golden samples and the AsyncAPI document are tested against it. */
public final class EventCatalog {

    private static final List<EventType> TYPES = List.of(
            EventType.of("indicators", "observation.recorded", 1, ObservationRecorded.class),
            EventType.of("indicators", "observation.withdrawn", 1, ObservationWithdrawn.class),
            EventType.of("indicators", "release.published", 1, ReleasePublished.class),
            EventType.of("indicators", "target.revised", 1, TargetRevised.class),
            EventType.of("indicators", "attainment.changed", 1, AttainmentChanged.class),
            EventType.of("indicators", "plan.published", 1, PlanPublished.class),
            EventType.of("indicators", "plan.piecepublished", 1, PlanPiecePublished.class),
            EventType.of("indicators", "plan.enforced", 1, PlanEnforced.class),
            EventType.of("indicators", "plan.abandoned", 1, PlanAbandoned.class),
            EventType.of("indicators", "plan.stagechanged", 1, PlanStageChanged.class),
            EventType.of("indicators", "report.overdue", 1, ReportOverdue.class),
            EventType.of("tasks", "progress.reported", 1, ProgressReported.class),
            EventType.of("tasks", "progress.verified", 1, ProgressVerified.class),
            EventType.of("tasks", "progress.returned", 1, ProgressReturned.class),
            EventType.of("tasks", "task.statuschanged", 1, TaskStatusChanged.class),
            EventType.of("tasks", "task.assigned", 1, TaskAssigned.class),
            EventType.of("tasks", "plan.answered", 1, TasksPlanAnswered.class),
            EventType.of("tasks", "supervision.issued", 1, SupervisionIssued.class),
            EventType.of("tasks", "supervision.assigned", 1, SupervisionAssigned.class),
            EventType.of("tasks", "supervision.acknowledged", 1, SupervisionAcknowledged.class),
            EventType.of("tasks", "supervision.replied", 1, SupervisionReplied.class),
            EventType.of("tasks", "supervision.returned", 1, SupervisionReturned.class),
            EventType.of("tasks", "supervision.reminded", 1, SupervisionReminded.class),
            EventType.of("tasks", "supervision.escalated", 1, SupervisionEscalated.class),
            EventType.of("tasks", "supervision.rescheduled", 1, SupervisionRescheduled.class),
            EventType.of("tasks", "supervision.closed", 1, SupervisionClosed.class),
            EventType.of("tasks", "extension.decided", 1, ExtensionDecided.class),
            EventType.of("tasks", "milestone.achieved", 1, MilestoneAchieved.class),
            EventType.of("tasks", "milestone.takenback", 1, MilestoneTakenBack.class),
            EventType.of("risk", "alert.raised", 1, AlertRaised.class),
            EventType.of("risk", "alert.raisedlevel", 1, AlertLevelRaised.class),
            EventType.of("risk", "alert.acknowledged", 1, AlertAcknowledged.class),
            EventType.of("risk", "alert.acknowledgementlapsed", 1, AlertAcknowledgementLapsed.class),
            EventType.of("risk", "alert.overdue", 1, AlertOverdue.class),
            EventType.of("risk", "alert.unmuted", 1, AlertUnmuted.class),
            EventType.of("risk", "alert.resolved", 1, AlertResolved.class),
            EventType.of("risk", "alert.relapsed", 1, AlertRelapsed.class),
            EventType.of("risk", "disposal.ordered", 1, DisposalOrdered.class),
            EventType.of("risk", "silence.reminded", 1, SilenceReminded.class),
            EventType.of("risk", "notice.published", 1, NoticePublished.class),
            EventType.of("risk", "notice.withdrawn", 1, NoticeWithdrawn.class),
            EventType.of("risk", "institution.rated", 1, InstitutionRated.class),
            EventType.of("risk", "report.received", 1, ReportReceived.class),
            EventType.of("risk", "signal.detected", 1, SignalDetected.class),
            EventType.of("risk", "plan.answered", 1, RiskPlanAnswered.class),
            EventType.of("gateway", "plan.answered", 1, GatewayPlanAnswered.class));

    private static final Map<Class<? extends EventData>, EventType> BY_DATA =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::data, Function.identity()));
    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventCatalog() {}

    /** {@return all types, in the order of services and of life cycles} */
    public static List<EventType> types() {
        return TYPES;
    }

    /**
     * Finds the entry of a payload.
     *
     * @param data a record that implements {@link EventData}
     * @return its entry
     */
    public static EventType of(Class<? extends EventData> data) {
        return BY_DATA.get(data);
    }

    /**
     * Finds an entry by its name on the wire.
     *
     * @param name CloudEvents type
     * @return the entry, empty when this version of the contract does not know the name
     */
    public static Optional<EventType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
