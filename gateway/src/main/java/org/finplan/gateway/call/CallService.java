package org.finplan.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Reads calls: those of its cities for who oversees the use of the suite, for any other caller its own. */
@ApplicationScoped
class CallService {

    private final CallRepository calls;
    private final Caller caller;
    private final RegionScope scope;

    CallService(CallRepository calls, Caller caller, RegionScope scope) {
        this.calls = calls;
        this.caller = caller;
        this.scope = scope;
    }

    @Transactional
    List<Call> page(CallFilter asked, Optional<CallRepository.Position> after, int rows) {
        return calls.page(seen(asked), after, rows);
    }

    @Transactional
    List<CallUse> summary(CallFilter asked, int rows) {
        return calls.summary(seen(asked), rows);
    }

    /** A caller that asks for the calls of another gets none, as if there were none. */
    private CallFilter seen(CallFilter asked) {
        if (Permission.CALLS_READ_ALL.isGrantedTo(caller.roles())) {
            return overseen(asked);
        }
        boolean others =
                asked.client().filter(name -> !name.equals(caller.client())).isPresent()
                        || asked.subject()
                                .filter(name -> !name.equals(caller.subject()))
                                .isPresent();
        return new CallFilter(
                Optional.of(caller.client()),
                Optional.of(caller.subject()),
                asked.key(),
                asked.status(),
                asked.from(),
                others ? Optional.of(Instant.EPOCH) : asked.to(),
                Optional.empty());
    }

    private CallFilter overseen(CallFilter asked) {
        RegionSet regions = scope.overseen();
        Optional<CallFilter.Seen> seen = regions.all()
                ? Optional.empty()
                : Optional.of(new CallFilter.Seen(caller.client(), caller.subject(), regions.setting()));
        return new CallFilter(
                asked.client(), asked.subject(), asked.key(), asked.status(), asked.from(), asked.to(), seen);
    }
}
