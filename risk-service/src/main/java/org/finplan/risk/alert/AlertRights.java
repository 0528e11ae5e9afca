package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.security.Roles;

/** Who may do what to an alert, by role and region; {@link LifeCycle} says when. */
@ApplicationScoped
class AlertRights {

    private static final Set<String> CITY = Set.of(Roles.RISK_OFFICER, Roles.CITY_OFFICER, Roles.CITY_ADMIN);

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
    record Blocked(String name, LocalizedText reason) {}

    /**
     * What the caller may do to an alert now.
     *
     * @param allowed names of the moves
     * @param blocked the other moves
     */
    record Offer(List<String> allowed, List<Blocked> blocked) {}

    Offer offer(Alert alert) {
        List<AlertAction> possible = LifeCycle.allowed(alert.standing());
        List<String> allowed = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        for (AlertAction action : AlertAction.values()) {
            LocalizedText reason = obstacle(alert, action, possible);
            if (reason == null) {
                allowed.add(action.code());
            } else {
                blocked.add(new Blocked(action.code(), reason));
            }
        }
        return new Offer(allowed, blocked);
    }

    private LocalizedText obstacle(Alert alert, AlertAction action, List<AlertAction> possible) {
        if (!possible.contains(action)) {
            return action == AlertAction.START_MONITORING && alert.state == AlertState.DISPOSING
                    ? Refusal.needsFeedback()
                    : Refusal.blocked(alert.state);
        }
        if (caller.roles().stream().noneMatch(role -> mayTake(role, action))) {
            return new LocalizedText("您的角色无权执行该操作。", "Your roles do not allow this.");
        }
        return scope.writable().contains(alert.region)
                ? null
                : new LocalizedText(
                        "您的授权范围不含地区 " + alert.region + "。",
                        "Your scope does not include the region " + alert.region + ".");
    }

    /** A division takes charge of its own alerts and reports on their handling; the city orders, watches and closes. */
    static boolean mayTake(String role, AlertAction action) {
        boolean ofDivisions = action == AlertAction.ACKNOWLEDGE || action == AlertAction.RECORD_FEEDBACK;
        return CITY.contains(role) || (ofDivisions && role.equals(Roles.DISTRICT_OFFICER));
    }
}
