package org.finplan.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.web.security.Caller;

/** Reads calls: all of them for those who oversee the use of the suite, for any other caller its own. */
@ApplicationScoped
class CallService {

    private final CallRepository calls;
    private final Caller caller;

    CallService(CallRepository calls, Caller caller) {
        this.calls = calls;
        this.caller = caller;
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
            return asked;
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
                others ? Optional.of(Instant.EPOCH) : asked.to());
    }
}
