package org.finplan.risk.alert.query;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.sql.Row;
import org.finplan.risk.alert.evidence.EvidenceView;
import org.finplan.risk.alert.handling.AlertRights;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.lifecycle.AlertSituation;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.muting.Mute;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.jdbi.v3.core.mapper.RowMapper;

/** Makes the answer of a row of alerts, with what its reader may do now. */
@ApplicationScoped
class AlertViewMapper {

    private final AlertRights rights;
    private final PlanRegister plans;
    private final ArchivedPlans archived;

    AlertViewMapper(AlertRights rights, PlanRegister plans, ArchivedPlans archived) {
        this.rights = rights;
        this.plans = plans;
        this.archived = archived;
    }

    /** {@return makes answers of rows, as plans are archived now} */
    RowMapper<AlertView> views() {
        Map<String, Instant> since = archived.since();
        return Row.to(row -> view(row, since));
    }

    private AlertView view(Row row, Map<String, Instant> since) throws SQLException {
        AlertState state = AlertState.find(row.text("state")).orElseThrow();
        Level level = Level.ofRank(row.integer("level"));
        String region = row.text("region");
        HandlingSteps.Feedback feedback = feedback(row);
        AlertSituation situation = new AlertSituation(state, level, feedback != null, row.flag("cause_gone"));
        AlertRights.Offer offer = offer(row, situation, since);
        return new AlertView(
                row.uuid("id"),
                row.integer("version"),
                row.text("rule"),
                row.integer("rule_version"),
                row.text("plan"),
                row.text("indicator"),
                retired(row),
                region,
                row.text("institution"),
                row.text("counterpart"),
                level.code(),
                state.code(),
                state.stage(),
                row.integer("round"),
                new LocalizedText(row.text("title_zh"), row.text("title_en")),
                EvidenceView.of(row),
                situation.causeGone(),
                row.text("warning"),
                row.instant("raised_at"),
                row.instant("due_at"),
                row.instant("overdue_since"),
                acknowledgement(row),
                disposal(row),
                feedback,
                monitoring(row),
                closure(row),
                row.instant("updated_at"),
                Mute.of(row),
                offer.allowed(),
                offer.blocked());
    }

    /** The supervision of institutions goes on when the plan that asks for it is archived. */
    private AlertRights.Offer offer(Row row, AlertSituation situation, Map<String, Instant> since) throws SQLException {
        Instant closed = isOfPlan(row) ? since.get(row.text("plan")) : null;
        return closed == null
                ? rights.offer(situation, row.text("region"))
                : AlertRights.closed(ArchivedPlans.reason(row.text("plan"), closed));
    }

    /** The formulas of the supervision of institutions are none of the plan's indicators. */
    @Nullable
    private Boolean retired(Row row) throws SQLException {
        boolean retired = isOfPlan(row) && plans.retired(row.text("plan"), row.text("indicator"));
        return retired ? true : null;
    }

    private static boolean isOfPlan(Row row) throws SQLException {
        return Subject.isOfPlan(row.text("rule"), row.text("institution"));
    }

    @Nullable
    private static HandlingSteps.Acknowledgement acknowledgement(Row row) throws SQLException {
        String by = row.text("acknowledged_by");
        return by == null
                ? null
                : new HandlingSteps.Acknowledgement(
                        by, row.instant("acknowledged_at"), row.instant("acknowledged_until"));
    }

    @Nullable
    private static HandlingSteps.Disposal disposal(Row row) throws SQLException {
        String by = row.text("ordered_by");
        return by == null
                ? null
                : new HandlingSteps.Disposal(
                        row.text("responsible_unit"),
                        row.text("instruction"),
                        row.date("due_on"),
                        by,
                        row.instant("ordered_at"));
    }

    @Nullable
    private static HandlingSteps.Feedback feedback(Row row) throws SQLException {
        String text = row.text("feedback");
        return text == null
                ? null
                : new HandlingSteps.Feedback(text, row.text("feedback_by"), row.instant("feedback_at"));
    }

    @Nullable
    private static HandlingSteps.Monitoring monitoring(Row row) throws SQLException {
        String by = row.text("monitoring_by");
        return by == null
                ? null
                : new HandlingSteps.Monitoring(row.date("review_on"), by, row.instant("monitoring_at"));
    }

    @Nullable
    private static HandlingSteps.Closure closure(Row row) throws SQLException {
        String by = row.text("closed_by");
        return by == null ? null : new HandlingSteps.Closure(row.text("outcome"), by, row.instant("closed_at"));
    }
}
