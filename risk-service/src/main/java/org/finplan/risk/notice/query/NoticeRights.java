package org.finplan.risk.notice.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.access.Permission;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.notice.lifecycle.NoticeAction;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** Who sees which notices and what the caller may do to one. */
@ApplicationScoped
class NoticeRights {

    private final Caller caller;
    private final RegionScope scope;

    NoticeRights(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    /** {@return what the caller sees: who writes or audits notices sees drafts, others what was published} */
    NoticeVisibility visibility() {
        return new NoticeVisibility(scope.readable(), caller.may(Permission.NOTICES_READ_DRAFTS));
    }

    /** {@return what the caller may do now to a notice of that state and region} */
    List<NoticeAction> allowed(NoticeState state, String region) {
        return caller.may(Permission.NOTICES_WRITE) && scope.writable().contains(region) ? state.allowed() : List.of();
    }
}
