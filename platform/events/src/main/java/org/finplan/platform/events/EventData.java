package org.finplan.platform.events;

/** The payload of an event. Every record that implements it stands in {@link EventCatalog}. */
public sealed interface EventData
        permits ObservationRecorded,
                ObservationWithdrawn,
                ReleasePublished,
                TargetRevised,
                AttainmentChanged,
                PlanPublished,
                PlanPiecePublished,
                PlanEnforced,
                PlanAbandoned,
                PlanStageChanged,
                ProgressReported,
                ProgressVerified,
                ProgressReturned,
                TaskStatusChanged,
                TasksPlanAnswered,
                AlertRaised,
                AlertLevelRaised,
                AlertAcknowledged,
                AlertResolved,
                AlertRelapsed,
                DisposalOrdered,
                NoticePublished,
                NoticeWithdrawn,
                RiskPlanAnswered,
                GatewayPlanAnswered {}
