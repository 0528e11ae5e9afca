package org.finplan.risk.rulebook.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.job.JobState;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.rulebook.ActiveRules;

/** Takes orders for runs of the rule book, and says how far they are. */
@ApplicationScoped
class RuleRunService {

    private final ActiveRules active;
    private final RuleRunRepository runs;
    private final RunSteps steps;
    private final RuleRunWorker worker;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    RuleRunService(
            ActiveRules active,
            RuleRunRepository runs,
            RunSteps steps,
            RuleRunWorker worker,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.active = active;
        this.runs = runs;
        this.steps = steps;
        this.worker = worker;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Asks for a run over the institutions that the caller may write; its resource method begins the transaction.
     *
     * @return the run, which begins when that transaction has ended; the one on its way when it does the same
     * @throws ProblemException 409 {@code rule-run-in-progress} while another one of the same city is on its way
     */
    RuleRun ask() {
        ActiveRules.Book book = active.book();
        UUID id = Identifiers.next();
        String city = scope.city().orElse(null);
        RuleRun run = new RuleRun(
                id,
                JobState.QUEUED.code(),
                0,
                new RuleRun.Checkpoint(0, 0),
                book.number(),
                "asked",
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                new RuleRun.Result(0, 0, 0, 0, Map.of(), book.unreadable()));
        RegionSet writable = scope.writable();
        List<String> regions =
                writable.all() ? null : writable.codes().stream().sorted().toList();
        if (!runs.insert(new RuleRunRepository.Bound(run, city, regions))) {
            RuleRunRepository.Bound open = runs.open(city).orElseThrow(() -> inProgress(null));
            if (open.run().ruleSet() != book.number() || !Objects.equals(open.regions(), regions)) {
                throw inProgress(open.run().id());
            }
            return open.run();
        }
        audit.record("rule-run.ask", run.path(), city, "rule set " + book.number());
        worker.beginAfterCommit(id);
        return run;
    }

    @Transactional
    RuleRun get(UUID id) {
        return runs.find(id, scope.readsEveryCity(), scope.cities()).orElseThrow(() -> notFound(id));
    }

    /** Ends a run; its resource method begins the transaction. */
    RuleRun cancel(UUID id, @Nullable String ifMatch) {
        get(id);
        runs.queue().lock(id);
        RuleRun run = get(id);
        Preconditions.requireMatch(ifMatch, run.tag());
        if (!JobState.isOpen(run.state())) {
            throw problem(RunError.ENDED, "path:id", run.state(), "该运行已结束。", "The run has ended.", List.of());
        }
        steps.end(id, JobState.CANCELLED);
        audit.record("rule-run.cancel", run.path(), scope.city().orElse(null), run.state());
        return get(id);
    }

    @Transactional
    Page<RuleRun> page(PageParameters paging) {
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<RuleRun> rows = runs.page(scope.readsEveryCity(), scope.cities(), after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                run -> paging.cursor(run.startedAt().toString(), run.id().toString()),
                null);
    }

    private static ProblemException inProgress(@Nullable UUID open) {
        return problem(
                RunError.IN_PROGRESS,
                "",
                open == null ? null : open.toString(),
                "已有一次运行正在进行，请等待其结束或取消它。",
                "A run is on its way already: wait for its end or cancel it.",
                open == null ? List.of() : List.of("/api/v1/rule-runs/" + open));
    }

    private static ProblemException notFound(UUID id) {
        return problem(
                WebError.NOT_FOUND,
                "path:id",
                id.toString(),
                "没有运行 " + id + "。",
                "There is no run " + id + ".",
                List.of());
    }

    private static ProblemException problem(
            ErrorCode code, String pointer, @Nullable String value, String zh, String en, List<String> accepted) {
        LocalizedText text = new LocalizedText(zh, en);
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }
}
