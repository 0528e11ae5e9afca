package org.finplan.risk.network.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Takes away row after row with diagonal pivots until what is left is so full that it is solved as a dense matrix. A row
 * and column of a pivot are kept as they were when it was taken.
 */
final class Elimination {

    /** Above this share of entries the rest is treated as dense. */
    private static final double DENSE = 0.3;

    private final Pairs[] row;
    private final Pairs[] column;
    private final int[] entriesInColumn;
    private final double[] diagonal;
    private final boolean[] taken;
    private final int[] place;
    private final PivotQueue queue;
    private final long limit;
    private long entries;
    private int left;

    final int[] order;
    final Pairs[] upper;
    final Pairs[] lower;
    int pivots;

    Elimination(RowSystem system, long limit) {
        int size = system.size();
        this.row = new Pairs[size];
        this.column = new Pairs[size];
        this.entriesInColumn = new int[size];
        this.diagonal = new double[size];
        this.taken = new boolean[size];
        this.place = new int[size];
        this.queue = new PivotQueue(size);
        this.limit = limit;
        this.order = new int[size];
        this.upper = new Pairs[size];
        this.lower = new Pairs[size];
        this.left = size;
        Arrays.fill(place, -1);
        for (int i = 0; i < size; i++) {
            row[i] = new Pairs(system.end(i) - system.begin(i));
            column[i] = new Pairs(2);
            diagonal[i] = system.diagonal(i);
        }
        for (int i = 0; i < size; i++) {
            for (int entry = system.begin(i); entry < system.end(i); entry++) {
                insert(i, system.column(entry), system.value(entry));
            }
        }
        for (int i = 0; i < size; i++) {
            requeue(i);
        }
    }

    private void insert(int at, int to, double value) {
        row[at].add(to, value);
        column[to].add(at, 0);
        entriesInColumn[to]++;
        entries++;
    }

    private void requeue(int at) {
        queue.put(at, (long) row[at].size() * entriesInColumn[at]);
    }

    /** {@return whether it came to its end within the limit of entries} */
    boolean run() {
        long kept = 0;
        while (left > 0 && entries <= DENSE * left * left) {
            int pivot = queue.take();
            take(pivot);
            kept += upper[pivot].size() + lower[pivot].size();
            if (kept + entries > limit) {
                return false;
            }
        }
        return kept + (long) left * left <= limit;
    }

    private void take(int pivot) {
        order[pivots++] = pivot;
        taken[pivot] = true;
        left--;
        Pairs out = row[pivot];
        Pairs multipliers = new Pairs(entriesInColumn[pivot]);
        for (int i = 0; i < out.size(); i++) {
            entriesInColumn[out.index(i)]--;
        }
        entries -= out.size();
        for (int i = 0; i < column[pivot].size(); i++) {
            int at = column[pivot].index(i);
            if (!taken[at]) {
                double multiplier = row[at].take(pivot) / diagonal[pivot];
                entries--;
                multipliers.add(at, multiplier);
                addRow(at, out, multiplier);
            }
        }
        for (int i = 0; i < out.size(); i++) {
            requeue(out.index(i));
        }
        for (int i = 0; i < multipliers.size(); i++) {
            requeue(multipliers.index(i));
        }
        upper[pivot] = out;
        lower[pivot] = multipliers;
        column[pivot].clear();
    }

    private void addRow(int at, Pairs out, double multiplier) {
        Pairs own = row[at];
        for (int i = 0; i < own.size(); i++) {
            place[own.index(i)] = i;
        }
        int before = own.size();
        for (int i = 0; i < out.size(); i++) {
            int to = out.index(i);
            double more = multiplier * out.value(i);
            if (to == at) {
                diagonal[at] -= more;
            } else if (place[to] >= 0) {
                own.plus(place[to], more);
            } else {
                insert(at, to, more);
            }
        }
        for (int i = 0; i < before; i++) {
            place[own.index(i)] = -1;
        }
    }

    double pivot(int at) {
        return diagonal[at];
    }

    /** {@return the rows that are left, ascending} */
    int[] rest() {
        return IntStream.range(0, taken.length).filter(at -> !taken[at]).toArray();
    }

    /** {@return the matrix of the rows that are left: its diagonal less its entries} */
    double[][] restMatrix(int[] rest) {
        for (int i = 0; i < rest.length; i++) {
            place[rest[i]] = i;
        }
        double[][] matrix = new double[rest.length][rest.length];
        for (int i = 0; i < rest.length; i++) {
            Pairs own = row[rest[i]];
            for (int entry = 0; entry < own.size(); entry++) {
                matrix[i][place[own.index(entry)]] = -own.value(entry);
            }
            matrix[i][i] = diagonal[rest[i]];
        }
        return matrix;
    }
}
