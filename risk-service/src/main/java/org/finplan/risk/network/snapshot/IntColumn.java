package org.finplan.risk.network.snapshot;

import java.util.Arrays;

/** Numbers side by side; filled once and then only read. */
final class IntColumn {

    private int[] values;
    private int size;

    IntColumn() {
        this(16);
    }

    private IntColumn(int room) {
        this.values = new int[room];
    }

    static IntColumn of(int[] values) {
        IntColumn column = new IntColumn(0);
        column.values = values;
        column.size = values.length;
        return column;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, size + size / 2));
        }
        values[size++] = value;
    }

    int get(int row) {
        return values[row];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** {@return the rows in another order, without those that are left out of it} */
    IntColumn in(int[] order) {
        int[] picked = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            picked[place] = values[order[place]];
        }
        return of(picked);
    }
}
