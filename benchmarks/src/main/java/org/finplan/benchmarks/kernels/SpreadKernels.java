package org.finplan.benchmarks.kernels;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.finplan.risk.network.clearing.Clearing;
import org.finplan.risk.network.clearing.FictitiousDefault;
import org.finplan.risk.network.contagion.Cascade;
import org.finplan.risk.network.contagion.DebtRank;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.IteratedDebtRank;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.linear.SparseFactor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One joint shock by each method, and what solving rests on. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SpreadKernels {

    static final double TOLERANCE = 1e-9;
    private static final int MOST_ROUNDS = 10_000;
    private static final long MOST_ENTRIES = 4_000_000;

    /**
     * Linear DebtRank, iterated.
     *
     * @param network the network
     * @return the stress
     */
    @Benchmark
    public Stress iterated(SparseLosses network) {
        return IteratedDebtRank.spread(network.losses(), network.shock(), 0, TOLERANCE, MOST_ROUNDS);
    }

    /**
     * Linear DebtRank, solved in a network that is ready.
     *
     * @param network the network
     * @return the stress
     */
    @Benchmark
    public Stress exact(SparseLosses network) {
        return network.solver().spread(network.shock());
    }

    /**
     * Linear DebtRank, solved from the losses on.
     *
     * @param network the network
     * @return the stress
     */
    @Benchmark
    public Stress exactMadeReady(SparseLosses network) {
        return new ExactDebtRank(network.losses()).spread(network.shock());
    }

    /**
     * Default cascade.
     *
     * @param network the network
     * @return the stress
     */
    @Benchmark
    public Stress cascade(SparseLosses network) {
        return Cascade.spread(network.losses(), network.shock());
    }

    /**
     * DebtRank of 2012.
     *
     * @param network the network
     * @return the stress
     */
    @Benchmark
    public Stress debtRank(SparseLosses network) {
        return DebtRank.spread(network.losses(), network.shock());
    }

    /**
     * The greatest clearing vector.
     *
     * @param network the network
     * @return the payments
     */
    @Benchmark
    public Clearing clearing(SparseLosses network) {
        return FictitiousDefault.of(network.obligations(), 1, 1, TOLERANCE);
    }

    /**
     * A sparse factorisation of all firms, from the rows on.
     *
     * @param network the network
     * @return the factors
     */
    @Benchmark
    public Optional<SparseFactor> factor(SparseLosses network) {
        return SparseFactor.of(network.system(), MOST_ENTRIES);
    }
}
