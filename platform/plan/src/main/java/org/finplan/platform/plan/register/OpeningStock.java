package org.finplan.platform.plan.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How many a register had on a day, of which nobody named the single ones.
 *
 * @param at the day; an entry of that day or before is among them
 * @param clause clause that prints it
 * @param stocks as far as it is broken down
 */
public record OpeningStock(LocalDate at, String clause, List<Stock> stocks) {

    /**
     * A part of an opening stock.
     *
     * @param region region that it is of
     * @param stage stage that it is of, or null when it is not broken down by stages
     * @param count how many
     * @param sums what the counted fields add up to, as far as it is printed
     */
    public record Stock(String region, String stage, long count, List<Sum> sums) {}

    /**
     * What a counted field adds up to.
     *
     * @param field code of the field
     * @param value the sum, in the unit of the field
     */
    public record Sum(String field, BigDecimal value) {}
}
