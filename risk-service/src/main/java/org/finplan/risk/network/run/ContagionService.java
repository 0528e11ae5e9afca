package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
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
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkSnapshot;
import org.finplan.risk.network.snapshot.Networks;

/** Runs contagions. What is kept works in the transaction of its resource method. */
@ApplicationScoped
class ContagionService {

    static final int MOST_OPEN = 20;

    private final Networks networks;
    private final ContagionRunRepository runs;
    private final ContagionRunConfig config;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    ContagionService(
            Networks networks,
            ContagionRunRepository runs,
            ContagionRunConfig config,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.networks = networks;
        this.runs = runs;
        this.config = config;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Runs a contagion at once, or orders it when the network is large; its resource method begins the transaction.
     *
     * @return the run, finished or queued
     */
    ContagionRunView run(ContagionRunRequest request) {
        NetworkSnapshot network = networks.named(request.network(), "/network");
        scope.requireWritable(network.region(), "/network");
        NetworkContent content = network.content();
        Scenario scenario = ScenarioReader.read(request, content);
        ContagionResult result = null;
        if (isSmall(content)) {
            result = ContagionEngine.run(content, scenario);
        } else {
            ContagionEngine.requireFigures(content, scenario);
            requireRoom(network.region());
        }
        String state = result == null ? ContagionRunState.QUEUED : ContagionRunState.FINISHED;
        Instant now = now();
        ContagionRunView run = new ContagionRunView(
                Identifiers.next(),
                state,
                ContagionRunState.progress(state),
                network.id(),
                parameters(scenario, request.shock()),
                result,
                caller.subject(),
                now,
                result == null ? null : now);
        String method = scenario.method().code();
        runs.insert(run, method, network.region());
        audit.record("contagion.run", run.path(), network.region(), method);
        return run;
    }

    private boolean isSmall(NetworkContent network) {
        return network.firms().size() <= config.mostFirmsAtOnce()
                && network.edges().size() <= config.mostEdgesAtOnce();
    }

    private void requireRoom(String region) {
        if (runs.queue().waiting(region) >= MOST_OPEN) {
            LocalizedText text = new LocalizedText(
                    "本市已有 " + MOST_OPEN + " 个传染推演在进行或等待，请等其结束或取消。",
                    MOST_OPEN + " contagion runs of the city are under way or wait: wait for their end or cancel one.");
            throw ContagionRunError.QUEUE_FULL.at("", Integer.toString(MOST_OPEN), text);
        }
    }

    private static Map<String, Object> parameters(Scenario scenario, Map<String, BigDecimal> shock) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("method", scenario.method().code());
        parameters.put("shock", shock == null ? Map.of() : new TreeMap<>(shock));
        parameters.put("recovery", BigDecimal.valueOf(scenario.recovery()));
        parameters.put("alpha", BigDecimal.valueOf(scenario.alpha()));
        parameters.put("beta", BigDecimal.valueOf(scenario.beta()));
        parameters.put("tolerance", BigDecimal.valueOf(scenario.tolerance()));
        parameters.put("solver", scenario.iterated() ? ScenarioReader.ITERATED : ScenarioReader.EXACT);
        parameters.put("joint", scenario.joint().code());
        parameters.put("seniority", scenario.senior() ? ScenarioReader.SENIOR : ScenarioReader.PARI_PASSU);
        return parameters;
    }

    @Transactional
    ContagionRunView get(UUID id) {
        return runs.find(id, scope.readable())
                .orElseThrow(() -> ProblemException.of(
                        WebError.NOT_FOUND, "没有传染推演 " + id + "。", "There is no contagion run " + id + "."));
    }

    /** Ends a run that is a job; its resource method begins the transaction. */
    ContagionRunView cancel(UUID id, @Nullable String ifMatch) {
        String region = networks.region(get(id).network());
        scope.requireWritable(region, "path:id");
        runs.queue().lock(id);
        ContagionRunView run = get(id);
        Preconditions.requireMatch(ifMatch, run.tag());
        if (!JobState.isOpen(run.state())) {
            LocalizedText text = new LocalizedText("该传染推演已结束。", "The contagion run has ended.");
            throw ContagionRunError.ENDED.at("path:id", run.state(), text);
        }
        runs.queue().end(id, JobState.CANCELLED, now());
        audit.record("contagion.cancel", run.path(), region, run.state());
        return get(id);
    }

    @Transactional
    Page<ContagionRunSummary> list(ContagionRunFilter filter, PageParameters paging) {
        RegionSet readable = scope.readable();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<ContagionRunSummary> rows = runs.page(filter, readable, after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                run -> paging.cursor(run.runAt().toString(), run.id().toString()),
                paging.countsExactly() ? runs.count(filter, readable) : null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
