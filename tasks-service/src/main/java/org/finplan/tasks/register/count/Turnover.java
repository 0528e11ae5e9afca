package org.finplan.tasks.register.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many of a region entered and left the counted stages of a register in a year. What leaves a counted stage for one that is
 * not counted has left, and has entered again when it comes back.
 *
 * @param region region of the entries
 * @param year the year
 * @param entered how many entered
 * @param left how many left
 * @param enteredSums what the counted fields of those that entered add up to, in the order of the fields
 * @param leftSums the same of those that left
 */
record Turnover(
        String region, int year, long entered, long left, List<BigDecimal> enteredSums, List<BigDecimal> leftSums) {

    static Turnover none(String region, int year, int fields) {
        List<BigDecimal> zeros = zeros(fields);
        return new Turnover(region, year, 0, 0, zeros, zeros);
    }

    /** {@return this and another one together, under the region and year of this one} */
    Turnover plus(Turnover other) {
        return new Turnover(
                region,
                year,
                entered + other.entered,
                left + other.left,
                sums(enteredSums, other.enteredSums),
                sums(leftSums, other.leftSums));
    }

    static List<BigDecimal> zeros(int fields) {
        return List.copyOf(Collections.nCopies(fields, BigDecimal.ZERO));
    }

    static List<BigDecimal> sums(List<BigDecimal> some, List<BigDecimal> others) {
        List<BigDecimal> sums = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            sums.add(some.get(i).add(others.get(i)));
        }
        return sums;
    }
}
