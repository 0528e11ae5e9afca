package org.finplan.risk.network.linear;

import java.util.PriorityQueue;

/**
 * Which row to take away next: the one whose in and out entries make the fewest new ones (Markowitz 1957), of several the
 * first. Costs that went out of date stay in the queue and are passed over.
 */
final class PivotQueue {

    private record Cost(long entries, int row) implements Comparable<Cost> {

        @Override
        public int compareTo(Cost other) {
            return entries == other.entries ? Integer.compare(row, other.row) : Long.compare(entries, other.entries);
        }
    }

    private final PriorityQueue<Cost> costs = new PriorityQueue<>();
    private final long[] current;

    PivotQueue(int size) {
        this.current = new long[size];
    }

    void put(int row, long entries) {
        if (current[row] != entries + 1) {
            current[row] = entries + 1;
            costs.add(new Cost(entries, row));
        }
    }

    int take() {
        while (true) {
            Cost best = costs.remove();
            if (current[best.row()] == best.entries() + 1) {
                current[best.row()] = -1;
                return best.row();
            }
        }
    }
}
