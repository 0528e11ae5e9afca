package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.access.Permission;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Who sees which notices and what the caller may do to one. */
@ApplicationScoped
class NoticeRights {

    private final Caller caller;
    private final RegionScope scope;

    NoticeRights(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    /** What the caller sees of the notices that it asks for: who writes or audits them sees drafts, others what was published. */
    NoticeRepository.Selection selection(NoticeState state, String region) {
        return new NoticeRepository.Selection(state, region, scope.readable(), caller.may(Permission.NOTICES_READ_DRAFTS));
    }

    /** What the caller may do to a notice now. */
    List<NoticeAction> offer(Notice notice) {
        return caller.may(Permission.NOTICES_WRITE) && scope.writable().contains(notice.region)
                ? notice.state.allowed()
                : List.of();
    }
}
