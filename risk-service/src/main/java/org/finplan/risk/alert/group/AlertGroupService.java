package org.finplan.risk.alert.group;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.query.AlertScope;
import org.finplan.risk.rule.Level;

/** Reads groups of open alerts for the caller. */
@ApplicationScoped
class AlertGroupService {

    private static final int KEYS = 4;

    private final AlertGroupRepository groups;
    private final RegionScope scope;
    private final Caller caller;

    AlertGroupService(AlertGroupRepository groups, RegionScope scope, Caller caller) {
        this.groups = groups;
        this.scope = scope;
        this.caller = caller;
    }

    @Transactional
    Page<AlertGroupView> list(AlertGroupBy by, PageParameters paging) {
        AlertScope readable = AlertScope.of(scope, caller);
        List<Object> after = paging.after().map(AlertGroupService::position).orElse(null);
        List<AlertGroupView> rows = groups.page(by, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? groups.count(by, readable) : null;
        return Page.of(rows, paging.limit(), group -> cursor(paging, group), total);
    }

    private static String cursor(PageParameters paging, AlertGroupView group) {
        return paging.cursor(group.worst(), Integer.toString(group.count()), text(group.region()), text(group.rule()));
    }

    private static String text(@Nullable String code) {
        return code == null ? "" : code;
    }

    /** A cursor is not signed: its keys may be anything. */
    private static List<Object> position(List<String> keys) {
        try {
            if (keys.size() == KEYS) {
                return List.of(
                        Level.find(keys.get(0))
                                .orElseThrow(NumberFormatException::new)
                                .rank(),
                        Long.parseLong(keys.get(1)),
                        keys.get(2),
                        keys.get(3));
            }
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        throw Cursor.invalid(String.join(" ", keys));
    }
}
