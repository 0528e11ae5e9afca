package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decimals side by side, every digit kept, null where none was told; filled once and then only read. A number takes nine bytes instead of
 * an object of its own, and a column in which nothing was told none.
 */
final class DecimalColumn {

    /** Scale of a row that has no number. */
    static final byte NONE = Byte.MIN_VALUE;
    /** Scale of a row whose number has more digits than fit. */
    static final byte LARGE = Byte.MIN_VALUE + 1;

    private static final int DIGITS_THAT_FIT = 18;

    private long[] unscaled = {};
    private byte[] scale = {};
    private int size;
    private final Map<Integer, BigDecimal> large = new HashMap<>();

    void add(@Nullable BigDecimal value) {
        if (value == null) {
            addNone();
        } else if (isSmall(value)) {
            add(value.unscaledValue().longValue(), (byte) value.scale());
        } else {
            large.put(size, value);
            add(0, LARGE);
        }
    }

    private static boolean isSmall(BigDecimal value) {
        return value.precision() <= DIGITS_THAT_FIT && value.scale() >= 0 && value.scale() <= Byte.MAX_VALUE;
    }

    void addNone() {
        if (scale.length == 0) {
            size++;
        } else {
            add(0, NONE);
        }
    }

    void add(long number, byte places) {
        if (size >= scale.length) {
            int before = scale.length;
            int room = Math.max(16, size + size / 2 + 1);
            unscaled = Arrays.copyOf(unscaled, room);
            scale = Arrays.copyOf(scale, room);
            Arrays.fill(scale, before, room, NONE);
        }
        unscaled[size] = number;
        scale[size++] = places;
    }

    /** {@return whether nothing was told in any row} */
    boolean isEmpty() {
        return scale.length == 0;
    }

    int size() {
        return size;
    }

    long unscaled(int row) {
        return unscaled[row];
    }

    /** {@return digits after the point, {@link #NONE} or {@link #LARGE}} */
    byte scale(int row) {
        return isEmpty() ? NONE : scale[row];
    }

    @Nullable
    BigDecimal get(int row) {
        byte places = scale(row);
        if (places == NONE) {
            return null;
        }
        return places == LARGE ? large.get(row) : BigDecimal.valueOf(unscaled[row], places);
    }

    DecimalColumn in(int[] order) {
        DecimalColumn picked = new DecimalColumn();
        for (int row : order) {
            if (scale(row) == LARGE) {
                picked.add(large.get(row));
            } else if (scale(row) == NONE) {
                picked.addNone();
            } else {
                picked.add(unscaled[row], scale[row]);
            }
        }
        return picked;
    }
}
