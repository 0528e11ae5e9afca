package org.finplan.risk.network.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.network.snapshot.NetworkSnapshot;
import org.finplan.risk.network.snapshot.Networks;

/** Runs contagions. What is kept works in the transaction of its resource method. */
@ApplicationScoped
class ContagionService {

    private final Networks networks;
    private final ContagionRunRepository runs;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    ContagionService(
            Networks networks,
            ContagionRunRepository runs,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.networks = networks;
        this.runs = runs;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    ContagionRunView run(ContagionRunRequest request) {
        NetworkSnapshot network = networks.named(request.network(), "/network");
        scope.requireWritable(network.region(), "/network");
        Scenario scenario = ScenarioReader.read(request, network.content());
        ContagionRunView run = new ContagionRunView(
                Identifiers.next(),
                ContagionRunView.FINISHED,
                network.id(),
                parameters(scenario, request.shock()),
                ContagionEngine.run(network.content(), scenario),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        runs.insert(run, network.region());
        audit.record(
                "contagion.run",
                "/api/v1/contagion-runs/" + run.id(),
                network.region(),
                scenario.method().code());
        return run;
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
}
