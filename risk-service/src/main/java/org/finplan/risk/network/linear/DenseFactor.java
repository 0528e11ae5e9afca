package org.finplan.risk.network.linear;

/** A dense matrix as lower and upper triangle, without pivoting. */
final class DenseFactor {

    private final double[][] matrix;

    /** Factorises a matrix in place. */
    DenseFactor(double[][] matrix) {
        this.matrix = matrix;
        int size = matrix.length;
        for (int k = 0; k < size; k++) {
            double[] pivot = matrix[k];
            for (int i = k + 1; i < size; i++) {
                double[] row = matrix[i];
                double multiplier = row[k] / pivot[k];
                row[k] = multiplier;
                if (multiplier != 0) {
                    for (int j = k + 1; j < size; j++) {
                        row[j] -= multiplier * pivot[j];
                    }
                }
            }
        }
    }

    /** Solves for a right side in place. */
    void solve(double[] right) {
        for (int i = 0; i < right.length; i++) {
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= matrix[i][j] * right[j];
            }
            right[i] = sum;
        }
        for (int i = right.length - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < right.length; j++) {
                sum -= matrix[i][j] * right[j];
            }
            right[i] = sum / matrix[i][i];
        }
    }

    /** Solves the transposed system for a right side in place. */
    void solveTransposed(double[] right) {
        for (int i = 0; i < right.length; i++) {
            right[i] /= matrix[i][i];
            for (int j = i + 1; j < right.length; j++) {
                right[j] -= matrix[i][j] * right[i];
            }
        }
        for (int i = right.length - 1; i >= 0; i--) {
            for (int j = 0; j < i; j++) {
                right[j] -= matrix[i][j] * right[i];
            }
        }
    }
}
