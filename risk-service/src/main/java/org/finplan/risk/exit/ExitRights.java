package org.finplan.risk.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.access.Permission;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** What the caller may do to an exit. */
@ApplicationScoped
class ExitRights {

    private final Caller caller;
    private final RegionScope scope;

    ExitRights(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * An action that the caller cannot take now.
     *
     * @param name its name
     * @param reason why not
     */
    @Schema(name = "BlockedExitAction")
    record Blocked(String name, LocalizedText reason) {}

    /**
     * Every action, either allowed or blocked.
     *
     * @param allowed names of those that are open
     * @param blocked the others
     */
    record Offer(List<String> allowed, List<Blocked> blocked) {}

    Offer offer(InstitutionExit exit, LocalDate today) {
        List<String> allowed = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        for (ExitAction action : ExitAction.values()) {
            Optional<LocalizedText> obstacle = obstacle(exit, action, today);
            if (obstacle.isEmpty()) {
                allowed.add(action.code());
            } else {
                blocked.add(new Blocked(action.code(), obstacle.get()));
            }
        }
        return new Offer(allowed, blocked);
    }

    private Optional<LocalizedText> obstacle(InstitutionExit exit, ExitAction action, LocalDate today) {
        Optional<LocalizedText> ofProcess =
                onAnyDay(exit.standing(), action, today).map(ExitObstacle::reason);
        if (ofProcess.isPresent()) {
            return ofProcess;
        }
        if (!caller.may(
                action == ExitAction.OBJECT ? Permission.INSTITUTIONS_REGISTER : Permission.INSTITUTIONS_DIRECT)) {
            return Optional.of(new LocalizedText("您的角色无权执行该操作。", "Your roles do not allow this."));
        }
        return scope.writable().contains(exit.region())
                ? Optional.empty()
                : Optional.of(new LocalizedText(
                        "您的授权范围不含地区 " + exit.region() + "。",
                        "Your scope does not include the region " + exit.region() + "."));
    }

    /** An objection that came in time may be entered after the term. */
    private static Optional<ExitObstacle> onAnyDay(ExitStanding standing, ExitAction action, LocalDate today) {
        return standing.obstacle(action, action == ExitAction.OBJECT ? standing.earliest(action) : today);
    }
}
