package org.finplan.tasks.progress;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.evidence.Citations;
import org.finplan.tasks.evidence.EvidenceError;
import org.finplan.tasks.progress.ProgressReport.Reporter;
import org.finplan.tasks.standing.Standings;
import org.finplan.tasks.task.Leaf;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;

/**
 * Files, reviews and reads progress reports. What follows from a report reads downwards: the report is written, the
 * standing of its region and the status of its leaf change, then the events are appended. Writes run in the caller's
 * transaction.
 */
@ApplicationScoped
class ProgressReportService {

    private final ProgressReportRepository reports;
    private final Tasks tasks;
    private final Standings standings;
    private final ReportAccess access;
    private final ProgressReportPublisher publisher;
    private final ProgressReportViews views;
    private final Citations citations;
    private final PlanRegister plans;
    private final Clock clock;

    ProgressReportService(
            ProgressReportRepository reports,
            Tasks tasks,
            Standings standings,
            ReportAccess access,
            ProgressReportPublisher publisher,
            ProgressReportViews views,
            Citations citations,
            PlanRegister plans,
            Clock clock) {
        this.reports = reports;
        this.tasks = tasks;
        this.standings = standings;
        this.access = access;
        this.publisher = publisher;
        this.views = views;
        this.citations = citations;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Files a report of the caller.
     *
     * @param task id of the leaf within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param request what the caller claims
     * @return the report
     */
    ProgressReportView file(String task, String plan, ProgressReportRequest request) {
        TaskKey key = tasks.resolve(task, plan);
        String region = access.reportingRegion(key, request.region());
        requireDateInPlan(key, request.reportedFor());
        EvidenceError.requireComplete(request.proof(), "/proof");
        ProgressReport.Claim claim = request.claim();
        citations.hold(claim.proof());
        Leaf leaf = tasks.openForReport(key, region);
        Reporter reporter = new Reporter(access.subject(), access.client(), clock.instant());
        ProgressReport report = new ProgressReport(Identifiers.next(), key, region, claim, reporter);
        report.evidenceState(citations.cite(report.citing(), claim.proof()).orElse(null));
        reports.persistAndFlush(report);
        changeStanding(leaf, report, "报告进展", "reported progress");
        publisher.reported(report, leaf);
        return views.view(report);
    }

    /**
     * Reviews a report on behalf of the caller.
     *
     * @param id its id
     * @param action what the caller decides
     * @param comment remarks of the caller, or null
     * @param ifMatch the header {@code If-Match}, or null
     * @return the report
     */
    ProgressReportView review(UUID id, Review.Action action, @Nullable String comment, @Nullable String ifMatch) {
        ProgressReport report = find(id);
        Leaf leaf = tasks.openForReview(report.key());
        reports.lock(report);
        Preconditions.requireMatch(ifMatch, EntityTags.of(report.version()));
        Review.obstacle(report.state(), report.reportedBy(), access.reviewer(report.region()))
                .ifPresent(obstacle -> {
                    throw obstacle.problem();
                });
        if (action == Review.Action.RETURN && (comment == null || comment.isBlank())) {
            throw ProgressError.REASON_MISSING.at("/comment", comment, List.of());
        }
        report.review(action, access.subject(), clock.instant(), comment);
        reports.flush();
        switch (action) {
            case VERIFY -> changeStanding(leaf, report, "进展已核实", "verified progress");
            case RETURN -> changeStanding(leaf, report, "进展被退回", "returned progress");
        }
        publisher.reviewed(report, leaf, action);
        return views.view(report);
    }

    /**
     * Lets the caller stand by a report whose evidence was revised or withdrawn.
     *
     * @param id its id
     * @param note why the claim stands
     * @param ifMatch the header {@code If-Match}, or null
     * @return the report
     */
    ProgressReportView confirm(UUID id, String note, @Nullable String ifMatch) {
        ProgressReport report = find(id);
        access.requireOwn(report.region());
        tasks.requireOpen(report.key());
        reports.lock(report);
        Preconditions.requireMatch(ifMatch, EntityTags.of(report.version()));
        Confirmation.obstacle(report.state(), report.evidenceState(), report.reportedBy(), access.subject())
                .ifPresent(obstacle -> {
                    throw obstacle.problem();
                });
        citations.confirm(id, access.subject(), note);
        report.evidenceState(citations.states(List.of(id)).get(id));
        reports.flush();
        publisher.confirmed(report, note);
        return views.view(report);
    }

    /**
     * Reads a report.
     *
     * @param id its id
     * @return the report
     */
    @Transactional
    ProgressReportView read(UUID id) {
        return views.view(find(id));
    }

    /**
     * Reads a page of the reports that the caller reads, newest first.
     *
     * @param filter which ones
     * @param paging the page
     * @return the reports
     */
    @Transactional
    Page<ProgressReportView> list(ProgressReportFilter filter, PageParameters paging) {
        access.requirePlan(filter.plan());
        RegionSet readable = access.readable();
        UUID before = paging.afterKey().map(ProgressReportService::id).orElse(null);
        List<ProgressReport> rows = reports.search(filter, readable, before, paging.limit() + 1);
        Long total = paging.countsExactly() ? reports.count(filter, readable) : null;
        Page<ProgressReport> page = Page.of(
                rows, paging.limit(), report -> paging.cursor(report.id().toString()), total);
        return page.map(views.views(page.items()));
    }

    /**
     * Reads a page of the reports on one leaf that the caller reads, newest first.
     *
     * @param task id of the leaf within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param paging the page
     * @return the reports
     */
    @Transactional
    Page<ProgressReportView> listOf(String task, String plan, PageParameters paging) {
        TaskKey key = tasks.resolve(task, plan);
        return list(new ProgressReportFilter(key.plan(), key.id(), null, null, null), paging);
    }

    private ProgressReport find(UUID id) {
        return reports.read(id, access.readable()).orElseThrow(ProgressError.REPORT_NOT_FOUND::problem);
    }

    private void requireDateInPlan(TaskKey key, LocalDate date) {
        if (date.isAfter(BusinessTime.today(clock))) {
            throw ProgressError.DATE_IN_FUTURE.at("/reportedFor", date.toString(), List.of());
        }
        LocalDate first = plans.find(key.plan()).orElseThrow().plan().horizon().start();
        if (date.isBefore(first)) {
            throw ProgressError.DATE_BEFORE_PLAN.at("/reportedFor", date.toString(), List.of(first.toString()));
        }
    }

    private void changeStanding(Leaf leaf, ProgressReport report, String zh, String en) {
        LocalizedText region = plans.regionName(report.region());
        String status = report.status().code();
        LocalizedText reason = new LocalizedText(
                region.zh() + zh + "（" + report.reportedFor() + "）：" + status,
                region.en() + ", " + en + " (" + report.reportedFor() + "): " + status);
        standings.change(leaf, report.region(), reports.standing(leaf.key(), report.region()), reason);
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
