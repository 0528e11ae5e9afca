package org.finplan.risk.network.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts side by side, in the bytes of UTF-8; filled once and then only read. Half a million of them are two arrays and not a million
 * objects.
 */
final class TextColumn {

    private static final int SPREAD = 0x9E3779B9;

    private byte[] bytes = {};
    private int[] end = new int[16];
    private int size;

    void add(String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        add(added, 0, added.length);
    }

    private void add(byte[] from, int begin, int length) {
        int start = begin(size);
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length, bytes.length + bytes.length / 2 + 16));
        }
        if (size == end.length) {
            end = Arrays.copyOf(end, size + size / 2);
        }
        System.arraycopy(from, begin, bytes, start, length);
        end[size++] = start + length;
    }

    private int begin(int row) {
        return row == 0 ? 0 : end[row - 1];
    }

    int size() {
        return size;
    }

    /** {@return whether every text is empty} */
    boolean isEmpty() {
        return begin(size) == 0;
    }

    boolean isEmpty(int row) {
        return begin(row) == end[row];
    }

    String get(int row) {
        int begin = begin(row);
        return begin == end[row] ? "" : new String(bytes, begin, end[row] - begin, StandardCharsets.UTF_8);
    }

    TextColumn in(int[] order) {
        TextColumn picked = new TextColumn();
        for (int row : order) {
            picked.add(bytes, begin(row), end[row] - begin(row));
        }
        return picked;
    }

    /** {@return for each row the first one with the same text, -1 where it is empty} */
    int[] firsts() {
        int[] first = new int[size];
        Arrays.fill(first, -1);
        if (isEmpty()) {
            return first;
        }
        int room = Integer.highestOneBit(Math.max(8, size)) * 4;
        int[] table = new int[room];
        Arrays.fill(table, -1);
        for (int row = 0; row < size; row++) {
            if (!isEmpty(row)) {
                int place = hash(row) & (room - 1);
                while (table[place] >= 0 && !same(table[place], row)) {
                    place = (place + 1) & (room - 1);
                }
                if (table[place] < 0) {
                    table[place] = row;
                }
                first[row] = table[place];
            }
        }
        return first;
    }

    private int hash(int row) {
        int hash = 1;
        for (int at = begin(row); at < end[row]; at++) {
            hash = 31 * hash + bytes[at];
        }
        hash *= SPREAD;
        return hash ^ (hash >>> 15);
    }

    private boolean same(int one, int other) {
        return Arrays.equals(bytes, begin(one), end[one], bytes, begin(other), end[other]);
    }
}
