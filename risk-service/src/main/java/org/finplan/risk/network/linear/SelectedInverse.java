package org.finplan.risk.network.linear;

import java.util.Arrays;

/**
 * The diagonal of the inverse without the rest of it: entries of the inverse are worked out where the factors have
 * entries only, backwards from the last pivot (Takahashi, Fagan and Chin 1973). Costs about as much as the factors did.
 */
final class SelectedInverse {

    private final Elimination factors;
    private final int[] position;
    private final double[] diagonal;
    private final double[][] ofUpper;
    private final double[][] ofLower;
    private final double[][] rest;
    private final int[] place;

    SelectedInverse(Elimination factors, int[] restRows, DenseFactor dense) {
        int size = factors.order.length;
        this.factors = factors;
        this.position = new int[size];
        this.diagonal = new double[size];
        this.ofUpper = new double[size][];
        this.ofLower = new double[size][];
        this.place = new int[size];
        this.rest = new double[restRows.length][restRows.length];
        Arrays.fill(place, -1);
        for (int k = 0; k < factors.pivots; k++) {
            position[factors.order[k]] = k;
        }
        for (int column = 0; column < restRows.length; column++) {
            position[restRows[column]] = factors.pivots + column;
            double[] unit = new double[restRows.length];
            unit[column] = 1;
            dense.solve(unit);
            for (int row = 0; row < restRows.length; row++) {
                rest[row][column] = unit[row];
            }
            diagonal[restRows[column]] = unit[column];
        }
        for (int k = factors.pivots - 1; k >= 0; k--) {
            add(factors.order[k]);
        }
    }

    double[] diagonal() {
        return diagonal;
    }

    private void add(int pivot) {
        Pairs upper = factors.upper[pivot];
        Pairs lower = factors.lower[pivot];
        double[][] block = block(upper, lower);
        double scale = 1 / factors.pivot(pivot);
        double[] inRow = new double[lower.size()];
        double[] inColumn = new double[upper.size()];
        for (int c = 0; c < upper.size(); c++) {
            for (int r = 0; r < lower.size(); r++) {
                inRow[r] += scale * upper.value(c) * block[c][r];
                inColumn[c] += block[c][r] * lower.value(r);
            }
        }
        double own = scale;
        for (int c = 0; c < upper.size(); c++) {
            own += scale * upper.value(c) * inColumn[c];
        }
        diagonal[pivot] = own;
        ofUpper[pivot] = inColumn;
        ofLower[pivot] = inRow;
    }

    /** The inverse at the rows of the upper entries and the columns of the lower ones; all of them are known by now. */
    private double[][] block(Pairs upper, Pairs lower) {
        double[][] block = new double[upper.size()][lower.size()];
        for (int c = 0; c < upper.size(); c++) {
            fillRow(block, c, upper.index(c), lower);
        }
        for (int r = 0; r < lower.size(); r++) {
            fillColumn(block, r, lower.index(r), upper);
        }
        return block;
    }

    /** Entries right of the diagonal, kept with their row. */
    private void fillRow(double[][] block, int c, int row, Pairs lower) {
        boolean dense = position[row] >= factors.pivots;
        mark(dense ? null : factors.lower[row]);
        for (int r = 0; r < lower.size(); r++) {
            int column = lower.index(r);
            if (column == row) {
                block[c][r] = diagonal[row];
            } else if (dense && position[column] >= factors.pivots) {
                block[c][r] = rest[position[row] - factors.pivots][position[column] - factors.pivots];
            } else if (!dense && position[column] > position[row]) {
                block[c][r] = ofLower[row][place[column]];
            }
        }
        unmark(dense ? null : factors.lower[row]);
    }

    /** Entries left of the diagonal, kept with their column. */
    private void fillColumn(double[][] block, int r, int column, Pairs upper) {
        if (position[column] >= factors.pivots) {
            return;
        }
        mark(factors.upper[column]);
        for (int c = 0; c < upper.size(); c++) {
            int row = upper.index(c);
            if (position[row] > position[column]) {
                block[c][r] = ofUpper[column][place[row]];
            }
        }
        unmark(factors.upper[column]);
    }

    private void mark(Pairs pairs) {
        for (int i = 0; pairs != null && i < pairs.size(); i++) {
            place[pairs.index(i)] = i;
        }
    }

    private void unmark(Pairs pairs) {
        for (int i = 0; pairs != null && i < pairs.size(); i++) {
            place[pairs.index(i)] = -1;
        }
    }
}
