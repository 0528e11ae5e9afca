package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.security.Roles;

/** Who sees which notices and what the caller may do to one. */
@ApplicationScoped
class NoticeRights {

    private static final Set<String> WRITERS = Set.of(Roles.RISK_OFFICER, Roles.CITY_OFFICER, Roles.CITY_ADMIN);

    private final Caller caller;
    private final RegionScope scope;

    NoticeRights(Caller caller, RegionScope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    /** What the caller sees of the notices that it asks for: who writes or audits them sees drafts, others what was published. */
    NoticeRepository.Selection selection(NoticeState state, String region) {
        return new NoticeRepository.Selection(state, region, scope.readable(), seesDrafts());
    }

    private boolean seesDrafts() {
        return mayWrite() || caller.has(Roles.AUDITOR);
    }

    private boolean mayWrite() {
        return caller.roles().stream().anyMatch(WRITERS::contains);
    }

    /** What the caller may do to a notice now. */
    List<NoticeAction> offer(Notice notice) {
        return mayWrite() && scope.writable().contains(notice.region) ? notice.state.allowed() : List.of();
    }
}
