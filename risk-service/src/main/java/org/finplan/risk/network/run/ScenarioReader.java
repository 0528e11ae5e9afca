package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.finplan.risk.network.run.Scenario.Shock;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkKind;

/** Reads what is asked of a network. */
final class ScenarioReader {

    static final String EXACT = "exact";
    static final String ITERATED = "iterated";
    static final String PARI_PASSU = "pari-passu";
    static final String SENIOR = "senior";

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");
    private static final BigDecimal FINEST = new BigDecimal("1e-15");
    private static final BigDecimal COARSEST = new BigDecimal("0.01");
    private static final BigDecimal STEEPEST = BigDecimal.valueOf(100);

    private ScenarioReader() {}

    static Scenario read(SentScenario sent, NetworkContent network) {
        ContagionMethod method = ContagionMethod.find(sent.method())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at("/method", sent.method(), ContagionMethod.CODES));
        if (method.clears() && network.kind() == NetworkKind.GUARANTEE) {
            throw NetworkError.NOT_APPLICABLE.at("/method", sent.method(), ContagionMethod.OF_GUARANTEES);
        }
        boolean curved = method == ContagionMethod.NONLINEAR_DEBTRANK;
        BigDecimal mostAlpha = curved ? STEEPEST : BigDecimal.ONE;
        return new Scenario(
                method,
                shock(sent.shock(), network),
                number("/recovery", sent.recovery(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE),
                number("/alpha", sent.alpha(), BigDecimal.ONE, BigDecimal.ZERO, mostAlpha),
                number("/beta", sent.beta(), BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE),
                number("/tolerance", sent.tolerance(), TOLERANCE, FINEST, COARSEST),
                oneOf("/solver", sent.solver(), List.of(EXACT, ITERATED)).equals(ITERATED),
                JointGuarantees.find(oneOf("/joint", sent.joint(), JointGuarantees.CODES))
                        .orElseThrow(),
                oneOf("/seniority", sent.seniority(), List.of(PARI_PASSU, SENIOR))
                        .equals(SENIOR));
    }

    private static Shock shock(Map<String, BigDecimal> shock, NetworkContent network) {
        double[] shares = new double[network.firms().size()];
        if (shock != null) {
            shock.forEach((id, share) -> {
                String pointer = "/shock/" + id.replace("~", "~0").replace("/", "~1");
                int firm = network.number(id).orElseThrow(() -> NetworkError.UNKNOWN_FIRM.at(pointer, id, List.of()));
                if (share == null) {
                    throw NetworkError.OUT_OF_RANGE.at(pointer, null, List.of("0..1"));
                }
                shares[firm] = number(pointer, share, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
            });
        }
        return new Shock(shares);
    }

    private static double number(
            String pointer, BigDecimal sent, BigDecimal otherwise, BigDecimal least, BigDecimal most) {
        if (sent == null) {
            return otherwise.doubleValue();
        }
        if (sent.compareTo(least) < 0 || sent.compareTo(most) > 0) {
            throw NetworkError.OUT_OF_RANGE.at(
                    pointer, sent.toPlainString(), List.of(least.toPlainString() + ".." + most.toPlainString()));
        }
        return sent.doubleValue();
    }

    private static String oneOf(String pointer, String sent, List<String> accepted) {
        if (sent == null) {
            return accepted.get(0);
        }
        if (!accepted.contains(sent)) {
            throw NetworkError.UNKNOWN_CODE.at(pointer, sent, accepted);
        }
        return sent;
    }
}
