package org.finplan.risk.network.graph;

import java.util.Arrays;

/** Puts the edges of one row in the order of their heads; of one head they stay as they came. */
final class RowOrder {

    /** Up to here inserting one by one costs least. */
    private static final int FEW = 48;

    private RowOrder() {}

    static void sort(int[] head, double[] amount, int begin, int end) {
        if (end - begin > FEW) {
            sortMany(head, amount, begin, end);
            return;
        }
        for (int next = begin + 1; next < end; next++) {
            int own = head[next];
            double worth = amount[next];
            int place = next;
            while (place > begin && head[place - 1] > own) {
                head[place] = head[place - 1];
                amount[place] = amount[place - 1];
                place--;
            }
            head[place] = own;
            amount[place] = worth;
        }
    }

    /** Head and place in one number, so that nothing changes places that has the same head. */
    private static void sortMany(int[] head, double[] amount, int begin, int end) {
        long[] keys = new long[end - begin];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) head[begin + i] << Integer.SIZE) | i;
        }
        Arrays.sort(keys);
        double[] before = Arrays.copyOfRange(amount, begin, end);
        for (int i = 0; i < keys.length; i++) {
            head[begin + i] = (int) (keys[i] >> Integer.SIZE);
            amount[begin + i] = before[(int) keys[i]];
        }
    }
}
