package org.finplan.risk.notice.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** Reads notices for the caller. */
@ApplicationScoped
public class NoticeQueryService {

    private static final List<String> STATES =
            Stream.of(NoticeState.values()).map(NoticeState::code).toList();

    private final NoticeQueryRepository notices;
    private final NoticeRights rights;
    private final PlanRegister plans;
    private final RegionScope scope;

    NoticeQueryService(NoticeQueryRepository notices, NoticeRights rights, PlanRegister plans, RegionScope scope) {
        this.notices = notices;
        this.rights = rights;
        this.plans = plans;
        this.scope = scope;
    }

    /**
     * Reads a notice as it is stored in the caller's transaction, if there is one.
     *
     * @param id its id
     * @return the notice and what the caller may do
     * @throws ProblemException 404 when there is none that the caller sees
     */
    @Transactional
    public NoticeView get(UUID id) {
        return notices.find(id, rights.visibility()).orElseThrow(() -> notFound(id));
    }

    /**
     * Reads notices, the newest first.
     *
     * @param state code of a state, or null for any
     * @param region code of a region, or null for any
     * @param paging the page
     * @return the page
     * @throws ProblemException 400 {@code invalid-parameter} for a state or region that does not exist
     */
    @Transactional
    public Page<NoticeView> list(String state, String region, PageParameters paging) {
        NoticeFilter filter = new NoticeFilter(
                CodeParameter.of("state", state, NoticeState::find, STATES),
                CodeParameter.ofRegion("region", region, plans.regionCodes(), scope.readable()));
        NoticeVisibility visibility = rights.visibility();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<NoticeView> rows = notices.page(filter, visibility, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? notices.count(filter, visibility) : null;
        return Page.of(rows, paging.limit(), notice -> cursor(paging, visibility, notice), total);
    }

    /**
     * There is no notice of that id that the caller sees.
     *
     * @param id the id
     * @return 404 {@code not-found}
     */
    public static ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有公告 " + id + "。", "There is no notice " + id + "."));
    }

    private static String cursor(PageParameters paging, NoticeVisibility visibility, NoticeView notice) {
        return paging.cursor(
                (visibility.drafts() ? notice.createdAt() : notice.publishedAt()).toString(),
                notice.id().toString());
    }
}
