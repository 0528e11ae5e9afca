package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.progress.ProgressReportRepository.Filter;

/** Pages through progress reports. */
@ApplicationScoped
class ReportLists {

    private final ProgressReportRepository reports;
    private final ReportAccess access;
    private final ReportViews views;

    ReportLists(ProgressReportRepository reports, ReportAccess access, ReportViews views) {
        this.reports = reports;
        this.access = access;
        this.views = views;
    }

    Page<ProgressReportResponse> page(Filter filter, PageParameters paging) {
        RegionSet readable = access.readable();
        UUID before = paging.afterKey().map(ReportLists::id).orElse(null);
        List<ProgressReport> rows = reports.search(filter, readable, before, paging.limit() + 1);
        Long total = paging.countsExactly() ? reports.count(filter, readable) : null;
        return Page.of(rows, paging.limit(), report -> paging.cursor(report.id().toString()), total)
                .map(views::of);
    }

    /** A cursor is not signed: its key may be anything. */
    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid(key);
        }
    }
}
