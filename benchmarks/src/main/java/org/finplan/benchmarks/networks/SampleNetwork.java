package org.finplan.benchmarks.networks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.generator.NetworkAssumptions;
import org.finplan.risk.network.generator.SyntheticNetwork;
import org.finplan.risk.network.generator.SyntheticNetwork.Guarantee;
import org.finplan.risk.network.graph.FirmGraph;

/** Made-up guarantees as bare arrays: what a database would give. */
public final class SampleNetwork {

    final int firms;
    final int[] from;
    final int[] to;
    final double[] amount;
    final double[] equity;

    private SampleNetwork(int firms, int[] from, int[] to, double[] amount, double[] equity) {
        this.firms = firms;
        this.from = from;
        this.to = to;
        this.amount = amount;
        this.equity = equity;
    }

    /**
     * A network of the generator.
     *
     * @param firms how many firms
     * @param edges how many guarantees, about
     * @param scale what the amounts are multiplied by
     * @return the network
     */
    public static SampleNetwork generated(int firms, int edges, double scale) {
        SyntheticNetwork network = SyntheticNetwork.of(NetworkAssumptions.CALM.sized(firms, edges), 1);
        List<Guarantee> guarantees = network.guarantees();
        double[] equity = new double[firms];
        Arrays.setAll(equity, network::equity);
        return new SampleNetwork(
                firms,
                guarantees.stream().mapToInt(Guarantee::from).toArray(),
                guarantees.stream().mapToInt(Guarantee::to).toArray(),
                guarantees.stream()
                        .mapToDouble(guarantee -> guarantee.amount() * scale)
                        .toArray(),
                equity);
    }

    /**
     * A large network: ends drawn evenly, amounts log-normal.
     *
     * @param firms how many firms
     * @param edges how many edges
     * @return the network
     */
    public static SampleNetwork even(int firms, int edges) {
        return even(firms, edges, 1);
    }

    /** Another network for each seed. */
    static SampleNetwork even(int firms, int edges, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] amount = new double[edges];
        double[] equity = new double[firms];
        for (int edge = 0; edge < edges; edge++) {
            from[edge] = random.nextInt(firms);
            to[edge] = (from[edge] + 1 + random.nextInt(firms - 1)) % firms;
            double normal =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            amount[edge] = Math.exp(-4 + normal);
        }
        Arrays.fill(equity, 1);
        return new SampleNetwork(firms, from, to, amount, equity);
    }

    /** {@return how many firms there are} */
    public int firms() {
        return firms;
    }

    /**
     * Where an edge begins.
     *
     * @param edge its number
     * @return who loses
     */
    public int from(int edge) {
        return from[edge];
    }

    /**
     * Where an edge leads.
     *
     * @param edge its number
     * @return who fails
     */
    public int to(int edge) {
        return to[edge];
    }

    /** {@return its size, to begin a line with} */
    String name() {
        return String.format("%,d firms, %,d edges: ", firms, from.length);
    }

    /** {@return a shock that fells one firm in a hundred} */
    public double[] shock() {
        double[] shock = new double[firms];
        for (int firm = 0; firm < firms; firm += 100) {
            shock[firm] = 1;
        }
        return shock;
    }

    /** {@return its edges as compressed rows} */
    public FirmGraph graph() {
        return FirmGraph.of(firms, from, to, amount);
    }

    /** {@return who loses how much by whose failure, all firms of the same weight} */
    public LossNetwork losses() {
        double[] weight = new double[firms];
        Arrays.fill(weight, 1);
        return LossNetwork.of(graph().transposed(), equity, weight, 0);
    }
}
