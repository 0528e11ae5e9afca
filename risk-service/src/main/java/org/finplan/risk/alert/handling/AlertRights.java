package org.finplan.risk.alert.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.finplan.platform.access.Permission;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.lifecycle.AlertAction;
import org.finplan.risk.alert.lifecycle.AlertSituation;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.lifecycle.LifeCycle;

/** Who may do what to an alert, by role and region; {@link LifeCycle} says when. */
@ApplicationScoped
public class AlertRights {

    private final Caller caller;
    private final RegionScope scope;

    AlertRights(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * A move that the caller cannot make now.
     *
     * @param name name of the move
     * @param reason why not
     */
    public record Blocked(String name, LocalizedText reason) {}

    /**
     * What the caller may do to an alert now.
     *
     * @param allowed names of the moves
     * @param blocked the other moves
     */
    public record Offer(List<String> allowed, List<Blocked> blocked) {}

    /**
     * What the caller may do to an alert of a plan that is archived.
     *
     * @param reason what the plan says
     * @return every move, blocked
     */
    public static Offer closed(LocalizedText reason) {
        return new Offer(
                List.of(),
                Arrays.stream(AlertAction.values())
                        .map(action -> new Blocked(action.code(), reason))
                        .toList());
    }

    /**
     * What the caller may do to an alert now.
     *
     * @param situation the alert
     * @param region its region
     * @return every move, either allowed or blocked
     */
    public Offer offer(AlertSituation situation, String region) {
        List<AlertAction> possible = LifeCycle.allowed(situation);
        List<String> allowed = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        for (AlertAction action : AlertAction.values()) {
            LocalizedText reason = obstacle(situation, region, action, possible);
            if (reason == null) {
                allowed.add(action.code());
            } else {
                blocked.add(new Blocked(action.code(), reason));
            }
        }
        return new Offer(allowed, blocked);
    }

    private LocalizedText obstacle(
            AlertSituation situation, String region, AlertAction action, List<AlertAction> possible) {
        if (!possible.contains(action)) {
            return action == AlertAction.START_MONITORING && situation.state() == AlertState.DISPOSING
                    ? AlertProblems.needsFeedback()
                    : AlertProblems.blocked(situation.state());
        }
        if (!caller.may(permissionFor(action))) {
            return new LocalizedText("您的角色无权执行该操作。", "Your roles do not allow this.");
        }
        return scope.writable().contains(region)
                ? null
                : new LocalizedText(
                        "您的授权范围不含地区 " + region + "。", "Your scope does not include the region " + region + ".");
    }

    /** A division takes charge of its own alerts and reports on their handling; the city orders, watches and closes. */
    private static Permission permissionFor(AlertAction action) {
        return switch (action) {
            case ACKNOWLEDGE, RECORD_FEEDBACK -> Permission.ALERTS_HANDLE;
            default -> Permission.ALERTS_DIRECT;
        };
    }
}
