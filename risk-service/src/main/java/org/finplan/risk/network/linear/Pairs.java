package org.finplan.risk.network.linear;

import java.util.Arrays;

/** A list of numbered values that grows. */
final class Pairs {

    private int[] index;
    private double[] value;
    private int size;

    Pairs(int capacity) {
        this.index = new int[Math.max(2, capacity)];
        this.value = new double[index.length];
    }

    void add(int at, double own) {
        if (size == index.length) {
            index = Arrays.copyOf(index, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        index[size] = at;
        value[size++] = own;
    }

    int size() {
        return size;
    }

    int index(int place) {
        return index[place];
    }

    double value(int place) {
        return value[place];
    }

    void plus(int place, double more) {
        value[place] += more;
    }

    /** Takes out one entry; the last takes its place. */
    double take(int at) {
        for (int place = 0; place < size; place++) {
            if (index[place] == at) {
                double taken = value[place];
                size--;
                index[place] = index[size];
                value[place] = value[size];
                return taken;
            }
        }
        throw new IllegalStateException("no entry " + at);
    }

    /** Empties it and lets the memory go. */
    void clear() {
        index = new int[0];
        value = new double[0];
        size = 0;
    }
}
