package org.finplan.risk.network.origin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.fact.FactSource;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkBuilder;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.network.snapshot.NetworkLimits;

/**
 * The network that facts make on a day: all firms that are known, with the newest equity of that day, and the contracts that are in
 * force. The same facts and day give the same network. Amounts are in yuan.
 */
public final class FactNetwork {

    private static final int MOST_NAMED = 100;

    private final NetworkKind kind;
    private final LocalDate on;
    private final KnownFirms firms;
    private final Map<String, BigDecimal> outside = new HashMap<>();
    private final NetworkBuilder edges;
    private final List<Ended> notInForce = new ArrayList<>();
    private int notInForceCount;

    private FactNetwork(NetworkKind kind, LocalDate on, KnownFirms firms) {
        this.kind = kind;
        this.on = on;
        this.firms = firms;
        this.edges = new NetworkBuilder(firms.size());
    }

    /**
     * Edges between the same two firms, of which a network has the sum.
     *
     * @param from guarantor or debtor
     * @param to borrower or creditor
     * @param contracts numbers of the contracts, in order
     * @param amount their sum in yuan
     */
    public record Parallel(String from, String to, List<String> contracts, BigDecimal amount) {}

    /**
     * A contract that is left out.
     *
     * @param number its number
     * @param from its first day
     * @param until its last day, null when it goes on
     */
    public record Ended(String number, LocalDate from, LocalDate until) {}

    /**
     * Makes a network.
     *
     * @param kind guarantees, or loans and payables
     * @param on the day that it shows
     * @param facts what is known
     * @return the network
     */
    public static FactNetwork of(NetworkKind kind, LocalDate on, Iterable<Fact> facts) {
        return of(kind, on, kinds -> facts, new NetworkLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    /**
     * Makes a network of facts that are gone through once.
     *
     * @param kind guarantees, or loans and payables
     * @param on the day that it shows
     * @param facts what is known
     * @param limits how large it may be
     * @return the network
     * @throws org.finplan.platform.problem.ProblemException 413 {@code network-too-large} as soon as there are too many firms or edges
     */
    public static FactNetwork of(NetworkKind kind, LocalDate on, FactSource facts, NetworkLimits limits) {
        FactNetwork network = new FactNetwork(kind, on, KnownFirms.of(on, facts, limits));
        Iterable<Fact> contracts = kind == NetworkKind.GUARANTEE
                ? facts.of(FactKind.GUARANTEE)
                : facts.of(FactKind.LOAN, FactKind.PAYABLE);
        for (Fact fact : contracts) {
            if (kind == NetworkKind.GUARANTEE && fact instanceof Fact.Guarantee guarantee) {
                network.add(guarantee);
            } else if (kind == NetworkKind.DEBT && fact instanceof Fact.Debt debt) {
                network.add(debt);
            }
            limits.requireEdges(network.edges.size());
        }
        network.edges.sort();
        return network;
    }

    private void add(Fact.Guarantee guarantee) {
        LocalDate last = guarantee.lastDay();
        if (!Fact.isWithin(guarantee.start(), last, on)) {
            leaveOut(guarantee.number(), guarantee.start(), last);
            return;
        }
        int borrower = firms.number(guarantee.borrower());
        for (Fact.Guarantor guarantor : guarantee.guarantors()) {
            int from = firms.number(guarantor.uscc());
            // A firm that was taken back since, while its contract was not, is no firm of the network.
            if (from >= 0 && borrower >= 0) {
                edges.add(new FirmEdge(
                        from,
                        borrower,
                        guarantee.exposure(),
                        guarantee.number(),
                        guarantor.share(),
                        guarantee.start(),
                        last));
            }
        }
    }

    private void add(Fact.Debt debt) {
        if (!Fact.isWithin(debt.start(), debt.end(), on)) {
            leaveOut(debt.number(), debt.start(), debt.end());
            return;
        }
        int from = firms.number(debt.debtor());
        int to = firms.number(debt.creditor());
        if (from >= 0 && to >= 0) {
            edges.add(new FirmEdge(from, to, debt.amount(), debt.number(), null, debt.start(), debt.end()));
        } else if (from >= 0) {
            outside.merge(debt.debtor(), debt.amount(), BigDecimal::add);
        }
    }

    private void leaveOut(String number, LocalDate from, LocalDate until) {
        notInForceCount++;
        if (notInForce.size() < MOST_NAMED) {
            notInForce.add(new Ended(number, from, until));
        }
    }

    /** {@return what it consists of; made up when the name of a firm says that it is a sample} */
    public NetworkContent content() {
        List<Firm> all = firms.firms(code -> kind == NetworkKind.DEBT ? outside.get(code) : null);
        return edges.content(kind, on, firms.areSamples(), all);
    }

    /** {@return edges beyond the first between the same two firms} */
    public int parallel() {
        return edges.parallel();
    }

    /** {@return firms between which more than one contract is in force} */
    public List<Parallel> duplicates() {
        return edges.parallels().stream().map(this::duplicate).toList();
    }

    private Parallel duplicate(List<FirmEdge> parallel) {
        FirmEdge any = parallel.get(0);
        return new Parallel(
                firms.code(any.from()),
                firms.code(any.to()),
                parallel.stream().map(FirmEdge::contract).sorted().toList(),
                parallel.stream().map(FirmEdge::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** {@return the first 100 contracts that had ended before the day or begin after it} */
    public List<Ended> notInForce() {
        return List.copyOf(notInForce);
    }

    /** {@return how many contracts had ended before the day or begin after it} */
    public int notInForceCount() {
        return notInForceCount;
    }

    /** {@return how many firms have no equity that is known} */
    public int withoutEquity() {
        return firms.withoutEquity();
    }
}
