package org.finplan.risk.network.origin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;

/**
 * The network that facts make on a day: all firms that are known, with the newest equity of that day, and the contracts that are in
 * force. The same facts and day give the same network. Amounts are in yuan.
 */
public final class FactNetwork {

    private final NetworkKind kind;
    private final LocalDate on;
    private final Map<String, Fact.Company> companies = new TreeMap<>();
    private final Map<String, Fact.Equity> equity = new HashMap<>();
    private final Map<String, BigDecimal> outside = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<FirmEdge> edges = new ArrayList<>();
    private final Map<List<Integer>, List<String>> contracts = new TreeMap<>(
            Comparator.comparing((List<Integer> ends) -> ends.get(0)).thenComparing(ends -> ends.get(1)));
    private final List<Ended> notInForce = new ArrayList<>();

    private FactNetwork(NetworkKind kind, LocalDate on, Collection<Fact> facts) {
        this.kind = kind;
        this.on = on;
        for (Fact fact : facts) {
            if (fact instanceof Fact.Company company) {
                companies.put(company.uscc(), company);
            } else if (fact instanceof Fact.Equity figure && !figure.on().isAfter(on)) {
                equity.merge(figure.uscc(), figure, (one, other) -> one.on().isAfter(other.on()) ? one : other);
            }
        }
        companies.keySet().forEach(code -> numbers.put(code, numbers.size()));
        for (Fact fact : facts) {
            if (kind == NetworkKind.GUARANTEE && fact instanceof Fact.Guarantee guarantee) {
                add(guarantee);
            } else if (kind == NetworkKind.DEBT && fact instanceof Fact.Debt debt) {
                add(debt);
            }
        }
        edges.sort(FirmEdge.ORDER);
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
    public static FactNetwork of(NetworkKind kind, LocalDate on, Collection<Fact> facts) {
        return new FactNetwork(kind, on, facts);
    }

    private void add(Fact.Guarantee guarantee) {
        LocalDate last = guarantee.lastDay();
        if (!Fact.isWithin(guarantee.start(), last, on)) {
            notInForce.add(new Ended(guarantee.number(), guarantee.start(), last));
            return;
        }
        Integer borrower = numbers.get(guarantee.borrower());
        for (Fact.Guarantor guarantor : guarantee.guarantors()) {
            Integer from = numbers.get(guarantor.uscc());
            // A firm that was taken back since, while its contract was not, is no firm of the network.
            if (from != null && borrower != null) {
                edge(
                        guarantee.number(),
                        new FirmEdge(
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
            notInForce.add(new Ended(debt.number(), debt.start(), debt.end()));
            return;
        }
        Integer from = numbers.get(debt.debtor());
        Integer to = numbers.get(debt.creditor());
        if (from != null && to != null) {
            edge(debt.number(), new FirmEdge(from, to, debt.amount(), "", null, debt.start(), debt.end()));
        } else if (from != null) {
            outside.merge(debt.debtor(), debt.amount(), BigDecimal::add);
        }
    }

    private void edge(String number, FirmEdge edge) {
        edges.add(edge);
        contracts
                .computeIfAbsent(List.of(edge.from(), edge.to()), ends -> new ArrayList<>())
                .add(number);
    }

    /** {@return what it consists of; made up when the name of a firm says that it is a sample} */
    public NetworkContent content() {
        List<Firm> firms = new ArrayList<>();
        boolean sample = false;
        for (Fact.Company company : companies.values()) {
            Fact.Equity figure = equity.get(company.uscc());
            sample |= company.name().contains("演示样本");
            firms.add(new Firm(
                    company.uscc(),
                    figure == null ? null : figure.amount(),
                    null,
                    figure == null ? null : figure.externalAssets(),
                    kind == NetworkKind.DEBT ? outside.get(company.uscc()) : null));
        }
        return new NetworkContent(kind, on, sample, firms, edges);
    }

    /** {@return edges beyond the first between the same two firms} */
    public int parallel() {
        return edges.size() - contracts.size();
    }

    /** {@return firms between which more than one contract is in force} */
    public List<Parallel> duplicates() {
        List<String> codes = List.copyOf(companies.keySet());
        Map<List<Integer>, BigDecimal> sums = new HashMap<>();
        edges.forEach(edge -> sums.merge(List.of(edge.from(), edge.to()), edge.amount(), BigDecimal::add));
        return contracts.entrySet().stream()
                .filter(pair -> pair.getValue().size() > 1)
                .map(pair -> new Parallel(
                        codes.get(pair.getKey().get(0)),
                        codes.get(pair.getKey().get(1)),
                        pair.getValue().stream().sorted().toList(),
                        sums.get(pair.getKey())))
                .toList();
    }

    /** {@return contracts that had ended before the day or begin after it} */
    public List<Ended> notInForce() {
        return List.copyOf(notInForce);
    }

    /** {@return how many firms have no equity that is known} */
    public int withoutEquity() {
        return (int) companies.keySet().stream()
                .filter(code -> !equity.containsKey(code))
                .count();
    }
}
