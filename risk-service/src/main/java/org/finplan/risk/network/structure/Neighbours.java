package org.finplan.risk.network.structure;

import java.util.Arrays;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * The firms that an edge joins with each firm in either direction, each once, without amounts. A row is as long as the edges of
 * both directions; where two firms guarantee each other, it ends with the firm itself instead.
 */
final class Neighbours {

    private final int[] start;
    private final int[] firm;
    private final int[] degree;

    private Neighbours(int[] start, int[] firm, int[] degree) {
        this.start = start;
        this.firm = firm;
        this.degree = degree;
    }

    static Neighbours of(FirmGraph graph) {
        int firms = graph.firms();
        int[] start = new int[firms + 1];
        for (int edge = 0; edge < graph.edges(); edge++) {
            start[graph.head(edge) + 1]++;
        }
        for (int own = 0; own < firms; own++) {
            start[own + 1] += start[own] + graph.degree(own);
        }
        // Who leads to a firm stands at the end of its row, ascending; who it leads to is then merged in before.
        int[] next = new int[firms];
        for (int own = 0; own < firms; own++) {
            next[own] = start[own] + graph.degree(own);
        }
        int[] row = new int[2 * graph.edges()];
        for (int tail = 0; tail < firms; tail++) {
            for (int edge = graph.begin(tail); edge < graph.end(tail); edge++) {
                row[next[graph.head(edge)]++] = tail;
            }
        }
        int[] degree = next;
        for (int own = 0; own < firms; own++) {
            degree[own] = merge(graph, own, row, start[own], start[own + 1]);
        }
        return new Neighbours(start, row, degree);
    }

    /** Writes never come before the reads of the same row: what was written is no more than what was read. */
    private static int merge(FirmGraph graph, int own, int[] row, int begin, int end) {
        int out = graph.begin(own);
        int outEnd = graph.end(own);
        int in = begin + outEnd - out;
        int kept = begin;
        while (out < outEnd && in < end) {
            int to = graph.head(out);
            int from = row[in];
            row[kept++] = Math.min(to, from);
            out += (to - from - 1) >>> 31;
            in += (from - to - 1) >>> 31;
        }
        while (out < outEnd) {
            row[kept++] = graph.head(out++);
        }
        while (in < end) {
            row[kept++] = row[in++];
        }
        Arrays.fill(row, kept, end, own);
        return kept - begin;
    }

    /** {@return how many neighbours each firm has; the caller's own} */
    int[] degrees() {
        return degree;
    }

    int begin(int own) {
        return start[own];
    }

    int end(int own) {
        return start[own + 1];
    }

    int firm(int place) {
        return firm[place];
    }

    /** Reads the rows of some firms side by side, so that they are near when they are gone through one after the other. */
    void warm(int[] firms, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            int begin = start[firms[i]];
            int end = start[firms[i] + 1];
            sum += begin < end ? (long) firm[begin] + firm[end - 1] : 0;
        }
        // Never so, as no number is below zero; but without a use of what was read, it would not be read.
        if (sum < 0) {
            throw new IllegalStateException("a firm has a number below zero");
        }
    }
}
