package org.finplan.risk.network.trigger;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.finplan.risk.network.fact.Fact;

/** Finds the next day on which the same facts say something else. */
final class NextDay {

    private final LocalDate today;
    private LocalDate next;

    private NextDay(LocalDate today) {
        this.today = today;
    }

    /**
     * Finds it.
     *
     * @param facts what is known
     * @param today the day
     * @return the first day after it on which something begins, or has ended; null when nothing does
     */
    @Nullable
    static LocalDate after(Iterable<Fact> facts, LocalDate today) {
        NextDay days = new NextDay(today);
        for (Fact fact : facts) {
            if (fact instanceof Fact.Equity equity) {
                days.add(equity.on(), null);
            } else if (fact instanceof Fact.Guarantee guarantee) {
                days.add(guarantee.start(), guarantee.lastDay());
            } else if (fact instanceof Fact.Debt debt) {
                days.add(debt.start(), debt.end());
            } else if (fact instanceof Fact.Arrears arrears) {
                days.add(arrears.start(), arrears.end());
            }
        }
        return days.next;
    }

    private void add(LocalDate start, @Nullable LocalDate last) {
        take(start);
        if (last != null) {
            take(last.plusDays(1));
        }
    }

    private void take(LocalDate day) {
        if (day.isAfter(today) && (next == null || day.isBefore(next))) {
            next = day;
        }
    }
}
