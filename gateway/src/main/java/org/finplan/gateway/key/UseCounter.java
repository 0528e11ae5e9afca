package org.finplan.gateway.key;

import java.time.Instant;

/**
 * What was used of one key: the total of all gateways as of the last exchange with the database, and what came in here
 * since. Safe for many threads.
 */
final class UseCounter {

    private QuotaPeriods periods;
    private long knownDay;
    private long knownMonth;
    private long counted;
    private long onTheWay;
    private Instant lastUsed;
    private boolean noted = true;

    UseCounter(QuotaPeriods periods, long usedToday, long usedThisMonth) {
        this.periods = periods;
        this.knownDay = usedToday;
        this.knownMonth = usedThisMonth;
        this.lastUsed = Instant.EPOCH;
    }

    /** What is used of the day and of the month. */
    record Used(long day, long month) {}

    /** What the database has to learn; {@code count} requests within the periods. */
    record Report(QuotaPeriods periods, long count, Instant lastUsed) {}

    synchronized void touch(Instant now) {
        lastUsed = now;
        noted = false;
    }

    /**
     * Counts a request unless a quota is used up.
     *
     * @param now its periods
     * @param perDay most of a day
     * @param perMonth most of a month
     * @return what was used before it
     */
    synchronized Used take(QuotaPeriods now, long perDay, long perMonth) {
        turnTo(now);
        Used before = new Used(knownDay + onTheWay + counted, knownMonth + onTheWay + counted);
        if (before.day() < perDay && before.month() < perMonth) {
            counted++;
        }
        return before;
    }

    /** Begins a new day, or a new month. What the old one had left to report is at most an exchange's worth, and its own. */
    private void turnTo(QuotaPeriods now) {
        if (now.date().isAfter(periods.date())) {
            knownMonth = now.month().equals(periods.month()) ? knownMonth + onTheWay + counted : 0;
            knownDay = 0;
            counted = 0;
            onTheWay = 0;
            periods = now;
        }
    }

    /** {@return what the database has to learn, null when there is nothing} */
    synchronized Report report() {
        if (noted && counted == 0) {
            return null;
        }
        onTheWay = counted;
        counted = 0;
        noted = true;
        return new Report(periods, onTheWay, lastUsed);
    }

    /** Takes the totals that the database answered a report with. */
    synchronized void learned(QuotaPeriods of, long day, long month) {
        if (of.equals(periods)) {
            knownDay = day;
            knownMonth = month;
            onTheWay = 0;
        }
    }

    /** Takes a report back that the database did not get. */
    synchronized void keep(Report report) {
        noted = false;
        if (report.periods().equals(periods)) {
            counted += onTheWay;
            onTheWay = 0;
        }
    }

    synchronized boolean idleSince(Instant then) {
        return noted && counted == 0 && lastUsed.isBefore(then);
    }
}
