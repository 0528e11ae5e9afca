package org.finplan.risk.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.risk.history.InstitutionEvent.Position;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.CodeParameter;

/** Reads the time line of an institution for the caller. */
@ApplicationScoped
class HistoryService {

    private final HistoryRepository history;
    private final Institutions institutions;

    HistoryService(HistoryRepository history, Institutions institutions) {
        this.history = history;
        this.institutions = institutions;
    }

    @Transactional
    Page<InstitutionEvent> list(String uscc, HistoryFilter filter, CursorParameters paging) {
        institutions.require(uscc);
        CodeParameter.of("kind", filter.kind(), InstitutionEvent.KINDS);
        Position after = paging.after().map(Position::of).orElse(null);
        List<InstitutionEvent> rows = history.page(uscc, filter, after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(
                        row.on().toString(),
                        row.recordedAt().toString(),
                        row.id().toString()),
                null);
    }
}
