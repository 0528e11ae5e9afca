package org.finplan.risk.network.snapshot;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the guarantors of each contract against each other. */
final class JointContracts {

    private final EdgeColumns edges;
    private final IntColumn tails;
    private final IntColumn heads;
    private final NetworkKind kind;
    /** Of each edge the first one with the same contract. */
    private final int[] contract;
    /** Of each contract its first edge that is in force, and the last one. */
    private final int[] first;

    private final Map<Integer, Integer> last = new HashMap<>();
    private final Set<Long> guarantors = new HashSet<>();
    private final Map<Integer, BigDecimal> shares = new HashMap<>();

    private JointContracts(EdgeColumns edges, IntColumn tails, IntColumn heads, NetworkKind kind) {
        this.edges = edges;
        this.tails = tails;
        this.heads = heads;
        this.kind = kind;
        this.contract = edges.contract.firsts();
        this.first = new int[contract.length];
        Arrays.fill(first, -1);
    }

    /**
     * Refuses contracts that contradict themselves.
     *
     * @param edges the edges as they were sent
     * @param tails the guarantor of each
     * @param heads the borrower of each
     * @param kept those that are in force
     * @param kind kind of the network
     */
    static void check(EdgeColumns edges, IntColumn tails, IntColumn heads, IntColumn kept, NetworkKind kind) {
        JointContracts contracts = new JointContracts(edges, tails, heads, kind);
        for (int place = 0; place < kept.size(); place++) {
            contracts.add(kept.get(place));
        }
        contracts.requireShares();
    }

    private void add(int row) {
        BigDecimal share = edges.share.get(row);
        if (contract[row] < 0) {
            if (share != null) {
                throw NetworkError.JOINT_CONTRACT.at(place(row) + "/share", share.toPlainString(), List.of());
            }
            return;
        }
        boolean fits = kind == NetworkKind.GUARANTEE && fitsOthers(row, share);
        boolean shareFits = share == null || (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0);
        if (!fits || !shareFits) {
            throw NetworkError.JOINT_CONTRACT.at(
                    place(row) + (shareFits ? "/contract" : "/share"), edges.contract.get(row), List.of());
        }
        if (share != null) {
            shares.merge(contract[row], share, BigDecimal::add);
            last.put(contract[row], row);
        }
    }

    private boolean fitsOthers(int row, BigDecimal share) {
        int other = first[contract[row]];
        if (other < 0) {
            first[contract[row]] = row;
            return true;
        }
        return heads.get(other) == heads.get(row)
                && tails.get(other) != tails.get(row)
                && guarantors.add(((long) contract[row] << Integer.SIZE) | tails.get(row))
                && edges.amount.get(other).compareTo(edges.amount.get(row)) == 0
                && (edges.share.get(other) == null) == (share == null);
    }

    private void requireShares() {
        last.values().stream().sorted().forEach(row -> {
            BigDecimal sum = shares.get(contract[row]);
            if (sum.compareTo(BigDecimal.ONE) > 0) {
                throw NetworkError.JOINT_CONTRACT.at(place(row) + "/share", sum.toPlainString(), List.of("0..1"));
            }
        });
    }

    private static String place(int row) {
        return "/edges/" + row;
    }
}
