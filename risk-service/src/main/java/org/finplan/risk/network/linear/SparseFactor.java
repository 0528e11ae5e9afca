package org.finplan.risk.network.linear;

import java.util.Optional;

/**
 * A factorised sparse matrix of the form of {@link RowSystem}. Right sides are solved for in time linear in the entries
 * that are kept. Immutable; each thread uses arrays of its own.
 */
public final class SparseFactor {

    private final Elimination elimination;
    private final int[] rest;
    private final DenseFactor dense;

    private SparseFactor(Elimination elimination) {
        this.elimination = elimination;
        this.rest = elimination.rest();
        this.dense = new DenseFactor(elimination.restMatrix(rest));
    }

    /**
     * Factorises a matrix.
     *
     * @param system the matrix
     * @param limit most entries to keep
     * @return the factors; empty when they would have more entries
     */
    public static Optional<SparseFactor> of(RowSystem system, long limit) {
        Elimination elimination = new Elimination(system, limit);
        return elimination.run() ? Optional.of(new SparseFactor(elimination)) : Optional.empty();
    }

    /**
     * Solves the system.
     *
     * @param right right side; becomes the solution
     */
    public void solve(double[] right) {
        for (int k = 0; k < elimination.pivots; k++) {
            int pivot = elimination.order[k];
            double value = right[pivot];
            if (value != 0) {
                Pairs lower = elimination.lower[pivot];
                for (int i = 0; i < lower.size(); i++) {
                    right[lower.index(i)] += lower.value(i) * value;
                }
            }
        }
        double[] tail = gather(right);
        dense.solve(tail);
        scatter(tail, right);
        for (int k = elimination.pivots - 1; k >= 0; k--) {
            int pivot = elimination.order[k];
            Pairs upper = elimination.upper[pivot];
            double sum = right[pivot];
            for (int i = 0; i < upper.size(); i++) {
                sum += upper.value(i) * right[upper.index(i)];
            }
            right[pivot] = sum / elimination.pivot(pivot);
        }
    }

    /**
     * Solves the transposed system.
     *
     * @param right right side; becomes the solution
     */
    public void solveTransposed(double[] right) {
        for (int k = 0; k < elimination.pivots; k++) {
            int pivot = elimination.order[k];
            Pairs upper = elimination.upper[pivot];
            double value = right[pivot] / elimination.pivot(pivot);
            right[pivot] = value;
            for (int i = 0; value != 0 && i < upper.size(); i++) {
                right[upper.index(i)] += upper.value(i) * value;
            }
        }
        double[] tail = gather(right);
        dense.solveTransposed(tail);
        scatter(tail, right);
        for (int k = elimination.pivots - 1; k >= 0; k--) {
            int pivot = elimination.order[k];
            Pairs lower = elimination.lower[pivot];
            double sum = right[pivot];
            for (int i = 0; i < lower.size(); i++) {
                sum += lower.value(i) * right[lower.index(i)];
            }
            right[pivot] = sum;
        }
    }

    /** {@return the diagonal of the inverse} */
    public double[] inverseDiagonal() {
        return new SelectedInverse(elimination, rest, dense).diagonal();
    }

    /**
     * Solves a small dense system, with partial pivoting.
     *
     * @param matrix the matrix; is overwritten
     * @param right right side; becomes the solution
     */
    public static void solveDense(double[][] matrix, double[] right) {
        int size = right.length;
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
            }
            double[] row = matrix[pivot];
            matrix[pivot] = matrix[k];
            matrix[k] = row;
            double value = right[pivot];
            right[pivot] = right[k];
            right[k] = value;
            for (int i = k + 1; i < size; i++) {
                double multiplier = matrix[i][k] / row[k];
                for (int j = k + 1; multiplier != 0 && j < size; j++) {
                    matrix[i][j] -= multiplier * row[j];
                }
                right[i] -= multiplier * value;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                right[i] -= matrix[i][j] * right[j];
            }
            right[i] /= matrix[i][i];
        }
    }

    private double[] gather(double[] all) {
        double[] tail = new double[rest.length];
        for (int i = 0; i < rest.length; i++) {
            tail[i] = all[rest[i]];
        }
        return tail;
    }

    private void scatter(double[] tail, double[] all) {
        for (int i = 0; i < rest.length; i++) {
            all[rest[i]] = tail[i];
        }
    }
}
