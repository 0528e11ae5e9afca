package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;

/**
 * Who sees a matter and who does what to it. A city sees and directs all of its regions, a district sees and handles those of its
 * own region, a unit officer sees and handles those of the units that its token names, whatever their region.
 */
@ApplicationScoped
class SupervisionAccess {

    private static final Set<String> OF_A_UNIT = Set.of(RoleName.UNIT_OFFICER);

    private final Caller caller;
    private final RegionScope scope;
    private final EveryRegion everyRegion;

    SupervisionAccess(Caller caller, RegionScope scope, EveryRegion everyRegion) {
        this.caller = caller;
        this.scope = scope;
        this.everyRegion = everyRegion;
    }

    String subject() {
        return caller.subject();
    }

    RegionScope scope() {
        return scope;
    }

    /** {@return what the caller may see} */
    SupervisionConditions readable() {
        return boundToUnits()
                ? SupervisionConditions.ofUnits(scope.cities(), caller.units())
                : SupervisionConditions.within(scope.writable());
    }

    /** {@return whether the caller may see a matter} */
    boolean sees(Supervision matter) {
        return boundToUnits()
                ? caller.units().contains(matter.unit) && scope.cities().contains(matter.city)
                : scope.writable().contains(matter.region);
    }

    /**
     * Does work that asks only for what the caller sees. The database knows regions and no units, so that for an officer of a unit
     * it is asked beyond the regions of the token.
     *
     * @param work the work, in the transaction of its caller
     * @param <T> what it gives
     * @return what it gives
     */
    <T> T reaching(Supplier<T> work) {
        return boundToUnits() ? everyRegion.with(work) : work.get();
    }

    boolean mayDirect() {
        return caller.may(Permission.SUPERVISIONS_DIRECT);
    }

    boolean mayHandle() {
        return caller.may(Permission.SUPERVISIONS_HANDLE);
    }

    /** {@return what keeps the caller from a move whatever the state, empty when nothing does} */
    Optional<ErrorCode> obstacle(SupervisionMove move) {
        return caller.may(permission(move)) ? Optional.empty() : Optional.of(WebError.FORBIDDEN);
    }

    /** An officer of a unit is bound to units; for everybody else the matters of the regions that they act for count. */
    private boolean boundToUnits() {
        return !caller.isSystem() && OF_A_UNIT.containsAll(caller.roles());
    }

    private static Permission permission(SupervisionMove move) {
        return switch (move) {
            case ACKNOWLEDGE, REPLY, SUSPEND, RESUME, REQUEST_EXTENSION -> Permission.SUPERVISIONS_HANDLE;
            case ASSIGN, VERIFY, CLOSE, SCORE, URGE, DECIDE_SUSPENSION, DECIDE_EXTENSION ->
                Permission.SUPERVISIONS_DIRECT;
        };
    }
}
