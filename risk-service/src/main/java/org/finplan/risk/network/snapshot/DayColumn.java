package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.time.LocalDate;

/** Days side by side, null where none was told; filled once and then only read. */
final class DayColumn {

    static final int NONE = Integer.MIN_VALUE;

    private final IntColumn days;

    DayColumn() {
        this(new IntColumn());
    }

    private DayColumn(IntColumn days) {
        this.days = days;
    }

    void add(@Nullable LocalDate day) {
        days.add(day == null ? NONE : Math.toIntExact(day.toEpochDay()));
    }

    void addNumber(int epochDay) {
        days.add(epochDay);
    }

    /** {@return the day as a number, {@link #NONE} when none was told} */
    int number(int row) {
        return days.get(row);
    }

    @Nullable
    LocalDate get(int row) {
        int day = days.get(row);
        return day == NONE ? null : LocalDate.ofEpochDay(day);
    }

    DayColumn in(int[] order) {
        return new DayColumn(days.in(order));
    }
}
