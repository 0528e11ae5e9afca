package org.finplan.risk.network.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A made-up guarantee network: the same assumptions and seed give the same one. Ids and names say that it is a sample.
 */
public final class SyntheticNetwork {

    /** The day that every made-up network shows. */
    public static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

    private static final int RING = 5;
    private static final int HUB_PARTNERS = 6;
    private static final int LARGEST_RING = 8;
    private static final int SMALLEST_RING = 3;

    private final NetworkAssumptions assumed;
    private final SplittableRandom random;
    private final List<Guarantee> guarantees = new ArrayList<>();
    private final double[] equity;
    private final List<Integer> guarantors = new ArrayList<>();
    private int contracts;
    private final PlantedTruths truths;

    /**
     * A guarantee.
     *
     * @param from number of the guarantor
     * @param to number of the borrower
     * @param amount amount in CNY 10,000
     * @param contract contract of several guarantors, or empty
     * @param until last day of the guarantee period
     */
    public record Guarantee(int from, int to, double amount, String contract, LocalDate until) {}

    private SyntheticNetwork(NetworkAssumptions assumed, long seed) {
        this.assumed = assumed;
        this.random = new SplittableRandom(seed);
        this.equity = new double[assumed.firms()];
        for (int firm = 0; firm < equity.length; firm++) {
            equity[firm] = Math.rint(1000 * Math.exp(gaussian()));
        }
        templates();
        while (guarantees.size() < assumed.edges()) {
            loan();
        }
        this.truths = plant();
    }

    /**
     * Makes a network.
     *
     * @param assumed what it is like; at least 100 firms
     * @param seed which one
     * @return the network
     */
    public static SyntheticNetwork of(NetworkAssumptions assumed, long seed) {
        return new SyntheticNetwork(assumed, seed);
    }

    /**
     * The id of a firm.
     *
     * @param firm its number
     * @return an id that says that it is a sample
     */
    public static String id(int firm) {
        return String.format("演示样本-%07d", firm);
    }

    /** {@return how many firms there are} */
    public int firms() {
        return equity.length;
    }

    /**
     * What a firm can lose.
     *
     * @param firm its number
     * @return its equity in CNY 10,000
     */
    public double equity(int firm) {
        return equity[firm];
    }

    /** {@return the guarantees, in the order in which they were made} */
    public List<Guarantee> guarantees() {
        return List.copyOf(guarantees);
    }

    /** {@return what was hidden in it} */
    public PlantedTruths truths() {
        return truths;
    }

    /** Stars of a core firm with its suppliers, and rings of three to eight firms: one of each for every 200 firms. */
    private void templates() {
        for (int made = 0; made < assumed.firms() / 200; made++) {
            int core = ordinary();
            for (int supplier = 0; supplier < 4 + random.nextInt(8); supplier++) {
                add(core, near(core), "");
            }
            int size = SMALLEST_RING + random.nextInt(LARGEST_RING - SMALLEST_RING + 1);
            int first = ordinary();
            int last = first;
            for (int member = 1; member < size; member++) {
                int next = near(first);
                if (next != last) {
                    add(last, next, "");
                    last = next;
                }
            }
            if (last != first) {
                add(last, first, "");
            }
        }
    }

    private void loan() {
        int borrower = ordinary();
        if (random.nextDouble() < assumed.joint()) {
            String contract = "演示样本-共保-" + contracts++;
            Set<Integer> together = new TreeSet<>();
            for (int guarantor = 0; guarantor < 2 + random.nextInt(3); guarantor++) {
                together.add(guarantor(borrower));
            }
            double amount = amount(together.iterator().next());
            together.forEach(
                    guarantor -> guarantees.add(new Guarantee(guarantor, borrower, amount, contract, until())));
            return;
        }
        int guarantor = guarantor(borrower);
        add(guarantor, borrower, "");
        if (random.nextDouble() < assumed.reciprocated() / (2 - assumed.reciprocated())) {
            add(borrower, guarantor, "");
        }
    }

    private int guarantor(int borrower) {
        if (!guarantors.isEmpty() && random.nextDouble() < assumed.attracted()) {
            int known = guarantors.get(random.nextInt(guarantors.size()));
            if (known != borrower) {
                return known;
            }
        }
        return near(borrower);
    }

    /** A firm that is none of those kept for what is hidden. */
    private int ordinary() {
        return random.nextInt(assumed.firms() - RING - HUB_PARTNERS - 1);
    }

    private int near(int firm) {
        boolean inside = random.nextDouble() < assumed.insideCounty();
        while (true) {
            int other = ordinary();
            if (other != firm && inside == (other % assumed.counties() == firm % assumed.counties())) {
                return other;
            }
        }
    }

    private void add(int from, int to, String contract) {
        guarantees.add(new Guarantee(from, to, amount(from), contract, until()));
        guarantors.add(from);
    }

    private double amount(int guarantor) {
        double share = Math.exp(assumed.logExposure() + assumed.logSpread() * gaussian());
        return Math.max(1, Math.rint(equity[guarantor] * share));
    }

    private LocalDate until() {
        return AS_OF.plusDays(1 + random.nextInt(1000));
    }

    private double gaussian() {
        // Box and Muller; 1 - u is never 0.
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private PlantedTruths plant() {
        int firms = assumed.firms();
        Set<String> ring = new TreeSet<>();
        for (int member = 0; member < RING; member++) {
            int from = firms - RING + member;
            int to = firms - RING + (member + 1) % RING;
            ring.add(id(from));
            guarantees.add(new Guarantee(from, to, Math.rint(equity[from] / 2), "", until()));
        }
        int hub = firms - RING - 1;
        equity[hub] = 1_000_000;
        for (int partner = 1; partner <= HUB_PARTNERS; partner++) {
            guarantees.add(new Guarantee(hub, hub - partner, 200_000, "", until()));
            guarantees.add(new Guarantee(hub - partner, ordinary(), 1, "", until()));
        }
        int first = random.nextInt(assumed.edges());
        Guarantee twice = guarantees.get(first);
        while (!twice.contract().isEmpty() || parallel(twice)) {
            first = (first + 1) % assumed.edges();
            twice = guarantees.get(first);
        }
        guarantees.add(twice);
        Guarantee gone = new Guarantee(ring(firms, 0), ring(firms, 2), 77, "", AS_OF.minusDays(1));
        guarantees.add(gone);
        return new PlantedTruths(
                ring, id(hub), List.of(id(gone.from()), id(gone.to())), List.of(id(twice.from()), id(twice.to())));
    }

    private static int ring(int firms, int member) {
        return firms - RING + member;
    }

    private boolean parallel(Guarantee guarantee) {
        return guarantees.stream()
                        .filter(other -> other.from() == guarantee.from() && other.to() == guarantee.to())
                        .count()
                > 1;
    }
}
