package org.finplan.tasks.register.count;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many a register has on a day, with its arithmetic: {@code count = opening + entered - left}.
 *
 * @param plan plan code
 * @param register code of the register
 * @param at the day
 * @param stages stages that are counted
 * @param region region that is counted, absent for all
 * @param openingAt day of the opening stock, absent when none is in the count
 * @param openingClause clause that prints the opening stock, absent when none is in the count
 * @param complete whether the count is that of all there are: false where there is an opening stock that says nothing of the day,
 *     the region, the stage or the links that are asked for, or where the caller does not see every region; then only the entries that it
 *     sees are counted
 * @param opening how many the opening stock has
 * @param entered how many entered since, up to the day
 * @param left how many left since, up to the day
 * @param count how many there are
 * @param sums what the counted fields add up to
 * @param lines the same by region and year, as asked for
 */
@Schema(name = "RegisterCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisterCountView(
        String plan,
        String register,
        LocalDate at,
        List<String> stages,
        @Nullable String region,
        @Nullable LocalDate openingAt,
        @Nullable String openingClause,
        boolean complete,
        long opening,
        long entered,
        long left,
        long count,
        List<FieldSum> sums,
        List<CountLine> lines) {

    /**
     * What a counted field adds up to.
     *
     * @param field code of the field
     * @param unit code of its unit
     * @param opening of the opening stock
     * @param entered of what entered, by what the entries say now
     * @param left of what left
     * @param value of what there is
     */
    @Schema(name = "RegisterCountSum")
    record FieldSum(
            String field, String unit, BigDecimal opening, BigDecimal entered, BigDecimal left, BigDecimal value) {}

    /**
     * A line of the count.
     *
     * @param region region of the entries, absent when not asked for
     * @param year year in which they entered and left, absent when not asked for
     * @param opening how many there were before
     * @param entered how many entered
     * @param left how many left
     * @param count how many there were then
     * @param sums what the counted fields add up to
     */
    @Schema(name = "RegisterCountLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountLine(
            @Nullable String region,
            @Nullable Integer year,
            long opening,
            long entered,
            long left,
            long count,
            List<FieldSum> sums) {}
}
