package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.risk.filter.Choice;
import org.finplan.risk.plan.Plans;

/** Reads notices page by page. */
@ApplicationScoped
class NoticeLists {

    private static final int KEYS = 2;

    private final NoticeRepository notices;
    private final NoticeRights rights;
    private final Plans plans;

    NoticeLists(NoticeRepository notices, NoticeRights rights, Plans plans) {
        this.notices = notices;
        this.rights = rights;
        this.plans = plans;
    }

    Page<Notice> notices(String state, String region, PageParameters paging) {
        List<String> states =
                Stream.of(NoticeState.values()).map(NoticeState::code).toList();
        NoticeRepository.Selection selection = rights.selection(
                Choice.of("state", state, NoticeState::find, states), Choice.of("region", region, plans.regionCodes()));
        List<Notice> rows = notices.page(selection, paging.after().map(NoticeLists::place), paging.limit() + 1);
        Long total = paging.countsExactly() ? notices.count(selection) : null;
        return Page.of(
                rows,
                paging.limit(),
                notice -> paging.cursor(
                        (selection.drafts() ? notice.createdAt : notice.publishedAt).toString(), notice.id.toString()),
                total);
    }

    private static NoticeRepository.Place place(List<String> keys) {
        try {
            if (keys.size() == KEYS) {
                return new NoticeRepository.Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
            }
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        throw Cursor.invalid(String.join(" ", keys));
    }
}
