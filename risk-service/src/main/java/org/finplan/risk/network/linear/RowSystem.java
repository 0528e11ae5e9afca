package org.finplan.risk.network.linear;

import java.util.Arrays;

/**
 * The matrix D - C in rows: a positive diagonal less coefficients that are not negative and stand outside of it. Its
 * inverse is not negative when the spectral radius of C/D is below 1; then no pivoting is needed.
 */
public final class RowSystem {

    private final double[] diagonal;
    private int[] start = {0};
    private int[] column = new int[16];
    private double[] value = new double[16];
    private int rows;
    private int entries;

    /**
     * Starts a matrix with an equal diagonal.
     *
     * @param size number of rows
     * @param diagonal what stands on the diagonal
     */
    public RowSystem(int size, double diagonal) {
        this.diagonal = new double[size];
        Arrays.fill(this.diagonal, diagonal);
    }

    /**
     * Adds a coefficient to the row that is being written.
     *
     * @param at its column, not that of the diagonal
     * @param coefficient how much is taken off, not negative
     */
    public void add(int at, double coefficient) {
        if (coefficient == 0) {
            return;
        }
        if (entries == column.length) {
            column = Arrays.copyOf(column, 2 * entries);
            value = Arrays.copyOf(value, 2 * entries);
        }
        column[entries] = at;
        value[entries++] = coefficient;
    }

    /** Ends the row that is being written. */
    public void endRow() {
        rows++;
        if (rows >= start.length) {
            start = Arrays.copyOf(start, Math.max(rows + 1, Math.min(2 * start.length, diagonal.length + 1)));
        }
        start[rows] = entries;
    }

    int size() {
        return diagonal.length;
    }

    int entries() {
        return entries;
    }

    double diagonal(int row) {
        return diagonal[row];
    }

    int begin(int row) {
        return start[row];
    }

    int end(int row) {
        return start[row + 1];
    }

    int column(int entry) {
        return column[entry];
    }

    double value(int entry) {
        return value[entry];
    }
}
