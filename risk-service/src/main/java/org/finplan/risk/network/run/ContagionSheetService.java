package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.network.snapshot.Networks;

/** Puts what came of a contagion side by side, firm by firm. */
@ApplicationScoped
class ContagionSheetService {

    private final ContagionService contagions;
    private final Networks networks;

    ContagionSheetService(ContagionService contagions, Networks networks) {
        this.contagions = contagions;
        this.networks = networks;
    }

    /**
     * What came of a contagion for a firm.
     *
     * @param equity what was told of its equity, or null
     * @param payment what it pays, or null where the method clears nothing
     */
    record FirmRow(
            String firm,
            @Nullable BigDecimal equity,
            @Nullable BigDecimal shock,
            BigDecimal stress,
            boolean defaulted,
            @Nullable BigDecimal payment) {}

    /**
     * A run.
     *
     * @param network the network in which it ran
     * @param firms its firms in the order of the network
     */
    record Run(UUID network, List<FirmRow> firms) {}

    Run get(UUID id) {
        ContagionRunView run = contagions.get(id);
        ContagionResult result = finished(run);
        Set<String> defaults = new HashSet<>(result.defaults());
        Map<String, BigDecimal> payments = result.payments() == null ? Map.of() : result.payments();
        List<FirmRow> firms = networks.get(run.network()).content().firms().stream()
                .map(firm -> new FirmRow(
                        firm.id(),
                        firm.equity(),
                        shock(run, firm.id()),
                        result.stress().get(firm.id()),
                        defaults.contains(firm.id()),
                        payments.get(firm.id())))
                .toList();
        return new Run(run.network(), firms);
    }

    private static ContagionResult finished(ContagionRunView run) {
        if (run.result() == null) {
            LocalizedText text = new LocalizedText(
                    "传染推演尚无结果：" + run.state() + "。", "The contagion run has no result: " + run.state() + ".");
            throw ContagionRunError.NOT_FINISHED.at("path:id", run.state(), text);
        }
        return run.result();
    }

    /** Parameters are kept as they were answered. */
    @Nullable
    private static BigDecimal shock(ContagionRunView run, String firm) {
        Object shock = run.parameters().get("shock") instanceof Map<?, ?> shocks ? shocks.get(firm) : null;
        return shock == null ? null : new BigDecimal(shock.toString());
    }
}
