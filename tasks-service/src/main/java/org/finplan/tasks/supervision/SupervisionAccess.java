package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
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

    SupervisionAccess(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    String subject() {
        return caller.subject();
    }

    RegionScope scope() {
        return scope;
    }

    /** {@return what the caller may see} */
    SupervisionConditions readable() {
        return SupervisionConditions.within(regions(), units());
    }

    /** {@return whether the caller may see a matter} */
    boolean sees(Supervision matter) {
        Set<String> units = units();
        return regions().contains(matter.region) && (units == null || units.contains(matter.unit));
    }

    /** {@return whether the caller acts for the unit of a matter without a region that it could write for} */
    boolean actsForUnitOnly(Supervision matter) {
        return units() != null && !scope.writable().contains(matter.region);
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

    private RegionSet regions() {
        // What is in its regions concerns a district; what is the city's own it reads elsewhere.
        return units() == null ? scope.writable() : scope.readable();
    }

    /** The units that the caller is bound to, null for whoever is bound to regions alone. */
    @Nullable
    private Set<String> units() {
        boolean ofAUnit = !caller.isSystem() && OF_A_UNIT.containsAll(caller.roles());
        return ofAUnit ? caller.units() : null;
    }

    private static Permission permission(SupervisionMove move) {
        return switch (move) {
            case ACKNOWLEDGE, REPLY, SUSPEND, RESUME, REQUEST_EXTENSION -> Permission.SUPERVISIONS_HANDLE;
            case ASSIGN, VERIFY, CLOSE, SCORE, URGE, DECIDE_SUSPENSION, DECIDE_EXTENSION ->
                Permission.SUPERVISIONS_DIRECT;
        };
    }
}
