package org.finplan.risk.network.trigger;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.finplan.risk.network.fact.Fact;

/** Finds the next day on which the same facts say something else. */
final class NextDay {

    private NextDay() {}

    /**
     * Finds it.
     *
     * @param facts what is known
     * @param today the day
     * @return the first day after it on which something begins, or has ended; null when nothing does
     */
    @Nullable
    static LocalDate after(Collection<Fact> facts, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Equity equity) {
                add(days, equity.on(), null);
            } else if (fact instanceof Fact.Guarantee guarantee) {
                add(days, guarantee.start(), guarantee.lastDay());
            } else if (fact instanceof Fact.Debt debt) {
                add(days, debt.start(), debt.end());
            } else if (fact instanceof Fact.Arrears arrears) {
                add(days, arrears.start(), arrears.end());
            }
        }
        return days.stream()
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static void add(List<LocalDate> days, LocalDate start, @Nullable LocalDate last) {
        days.add(start);
        if (last != null) {
            days.add(last.plusDays(1));
        }
    }
}
