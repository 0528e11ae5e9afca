package org.finplan.risk.network.trigger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.network.fact.ArrearsType;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.fact.LoanSecurity;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.WeakComponents;
import org.finplan.risk.rule.ChainThreshold;
import org.finplan.risk.rule.ChainThresholds;
import org.finplan.risk.rule.FigureText;

/** Finds the firms of a guarantee network to which a rule applies on a day. The same facts and day find the same. */
final class ChainTriggers {

    private static final int PERCENT_DECIMALS = 2;

    private final NetworkContent network;
    private final LocalDate day;
    private final ChainThresholds thresholds;
    private final FirmGraph graph;
    private final FirmGraph received;
    private final Components chains;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Loans> loans = new HashMap<>();
    private final Map<String, Set<ArrearsType>> arrears = new HashMap<>();

    private ChainTriggers(Collection<Fact> facts, NetworkContent network, ChainThresholds thresholds) {
        this.network = network;
        this.thresholds = thresholds;
        this.day = network.asOf();
        this.graph = network.graph(JointGuarantees.EXPECTED);
        this.received = graph.transposed();
        this.chains = WeakComponents.of(graph);
        facts.forEach(this::add);
    }

    /**
     * Finds them.
     *
     * @param facts what is known
     * @param network the guarantees that they make on a day
     * @param thresholds the numbers by which it is found
     * @return what was found, in the order of the firms
     */
    static List<ChainTrigger> of(Collection<Fact> facts, NetworkContent network, ChainThresholds thresholds) {
        return new ChainTriggers(facts, network, thresholds).triggers();
    }

    /** The loans of a firm that are outstanding. */
    private static final class Loans {
        private final Set<String> banks = new HashSet<>();
        private BigDecimal balance = BigDecimal.ZERO;
        private BigDecimal guaranteed = BigDecimal.ZERO;
    }

    private void add(Fact fact) {
        if (fact instanceof Fact.Company company) {
            names.put(company.uscc(), company.name());
        } else if (fact instanceof Fact.Debt debt
                && debt.kind() == FactKind.LOAN
                && debt.amount().signum() > 0
                && Fact.isWithin(debt.start(), debt.end(), day)) {
            Loans own = loans.computeIfAbsent(debt.debtor(), any -> new Loans());
            own.banks.add(debt.creditor());
            own.balance = own.balance.add(debt.amount());
            if (debt.security() == LoanSecurity.GUARANTEE) {
                own.guaranteed = own.guaranteed.add(debt.amount());
            }
        } else if (fact instanceof Fact.Arrears owed && Fact.isWithin(owed.start(), owed.end(), day)) {
            arrears.computeIfAbsent(owed.uscc(), any -> EnumSet.noneOf(ArrearsType.class))
                    .add(owed.type());
        }
    }

    private List<ChainTrigger> triggers() {
        List<ChainTrigger> found = new ArrayList<>();
        ChainPaths paths = new ChainPaths(network, names);
        for (int firm = 0; firm < network.firms().size(); firm++) {
            String code = network.firms().get(firm).id();
            FirmStanding standing = standing(firm, code);
            if (standing.isDueForConsultation(thresholds)) {
                found.add(trigger(
                        ChainRule.CONSULTATION,
                        firm,
                        1,
                        consultation(standing, paths.text(firm)),
                        standing.balance(),
                        thresholds.of(ChainThreshold.BALANCE_ABOVE)));
            }
            if (standing.isInArrears(thresholds)) {
                int types = standing.arrears().size();
                found.add(trigger(
                        ChainRule.ARREARS,
                        firm,
                        types,
                        arrears(standing, paths.text(firm)),
                        BigDecimal.valueOf(types),
                        BigDecimal.ZERO));
            }
        }
        return found;
    }

    private FirmStanding standing(int firm, String code) {
        Loans own = loans.getOrDefault(code, new Loans());
        return new FirmStanding(
                own.banks.size(),
                own.balance,
                own.guaranteed,
                received.degree(firm),
                chains.size(chains.of(firm)),
                arrears.getOrDefault(code, Set.of()));
    }

    private ChainTrigger trigger(
            ChainRule rule, int firm, int step, LocalizedText reason, BigDecimal actual, BigDecimal expected) {
        String code = network.firms().get(firm).id();
        return new ChainTrigger(
                rule,
                code,
                names.getOrDefault(code, code),
                step,
                reason,
                actual,
                expected,
                chains.of(firm),
                graph.total(firm) + received.total(firm));
    }

    private LocalizedText consultation(FirmStanding firm, LocalizedText paths) {
        BigDecimal above = thresholds.of(ChainThreshold.BALANCE_ABOVE);
        LocalizedText balance = FigureText.of(firm.balance(), "CNY", above);
        LocalizedText bound = FigureText.exact(above, "CNY");
        String from = plain(thresholds.of(ChainThreshold.GUARANTEED_FROM));
        String share = share(firm);
        int lenders = thresholds.count(ChainThreshold.LENDERS_ABOVE);
        int guarantors = thresholds.count(ChainThreshold.GUARANTORS_ABOVE);
        int chain = thresholds.count(ChainThreshold.CHAIN_ABOVE);
        return new LocalizedText(
                "括号内为触发条件。融资银行 " + firm.banks() + " 家（超过 " + lenders + " 家）；融资余额 " + balance.zh() + "（超过 "
                        + bound.zh() + "）；保证融资占比 " + share + "%（" + from + "% 以上）；为其保证的企业 " + firm.guarantors()
                        + " 家（超过 " + guarantors + " 家）或所处担保链企业 " + firm.chain() + " 家（超过 " + chain + " 家），满足其一即可。"
                        + paths.zh(),
                "Conditions in brackets: " + firm.banks() + " lending banks (more than " + lenders + "); "
                        + balance.en()
                        + " outstanding (more than " + bound.en() + "); " + share + "% of it guaranteed (" + from
                        + "% or more); " + firm.guarantors() + " guarantors (more than " + guarantors + ") or "
                        + firm.chain() + " firms in its chain (more than " + chain + "), of which one is enough. "
                        + paths.en());
    }

    /** Never rounded up to the limit: what is below it stays below it in the sentence. */
    private static String share(FirmStanding firm) {
        return plain(firm.guaranteed().movePointRight(2).divide(firm.balance(), PERCENT_DECIMALS, RoundingMode.DOWN));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private LocalizedText arrears(FirmStanding firm, LocalizedText paths) {
        Map<ArrearsType, LocalizedText> words = new TreeMap<>(Map.of(
                ArrearsType.WAGES, new LocalizedText("欠薪", "wages"),
                ArrearsType.TAXES, new LocalizedText("欠税", "taxes"),
                ArrearsType.INTEREST, new LocalizedText("欠息", "interest"),
                ArrearsType.FEES, new LocalizedText("欠费", "fees")));
        words.keySet().retainAll(firm.arrears());
        int above = thresholds.count(ChainThreshold.TIED_ABOVE);
        return new LocalizedText(
                String.join("、", words.values().stream().map(LocalizedText::zh).toList()) + "；所处担保链企业 " + firm.chain()
                        + " 家（超过 " + above + " 家）。" + paths.zh(),
                "It owes "
                        + String.join(
                                ", ",
                                words.values().stream().map(LocalizedText::en).toList()) + "; " + firm.chain()
                        + " firms in its chain (more than " + above + "). " + paths.en());
    }
}
