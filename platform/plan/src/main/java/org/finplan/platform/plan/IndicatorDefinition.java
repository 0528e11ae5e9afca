package org.finplan.platform.plan;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * An indicator of the plan's table.
 *
 * @param number number in the table
 * @param code kebab-case code
 * @param sdmx the same code for SDMX
 * @param name the name
 * @param aliases other names that the plan uses for it
 * @param group group code
 * @param groupName name of the group as printed
 * @param unit unit code
 * @param measure what it measures
 * @param direction which way it is meant to move
 * @param baseline where it starts, or null when that is not known
 * @param target where it is meant to end
 * @param growth the printed yearly growth, or null
 * @param nature expected or binding, or null when it says what the heading of the table says
 * @param clause clause of its row
 * @param proseClauses clauses that speak of it
 * @param inconsistencies ids of the inconsistencies found in the plan's text about it
 */
public record IndicatorDefinition(
        int number,
        String code,
        String sdmx,
        LocalizedText name,
        List<String> aliases,
        String group,
        String groupName,
        String unit,
        Measure measure,
        Direction direction,
        Baseline baseline,
        TargetDefinition target,
        GrowthRule growth,
        String nature,
        String clause,
        List<String> proseClauses,
        List<String> inconsistencies) {

    /** {@return whether its levels are states at a day, so that the value of a year is the value at its end} */
    public boolean pointInTime() {
        Period period = baseline == null ? target.period() : baseline.period();
        return period.start().equals(period.end());
    }
}
