package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.finplan.indicators.attainment.Projection.Outlook;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final LocalDate GOAL = LocalDate.of(2025, 12, 31);

    @Test
    void anAmountGoesOnByItsAverageGrowthBetweenItsSlowestAndItsFastestYear() {
        Projection projection = project(true, "180", "100", "110", "132");

        // 1.32^(1/2) a year on average; 1.10 and 1.20 in the slowest and the fastest year; three years to go
        assertThat(projection.value()).isEqualTo("200.1865");
        assertThat(projection.low()).isEqualTo("175.6920");
        assertThat(projection.high()).isEqualTo("228.0960");
        assertThat(projection.outlook()).isEqualTo(Outlook.LIKELY);
        assertThat(project(true, "210", "100", "110", "132").outlook()).isEqualTo(Outlook.POSSIBLE);
        assertThat(project(true, "230", "100", "110", "132").outlook()).isEqualTo(Outlook.UNLIKELY);
    }

    @Test
    void aCountGoesOnByItsAverageStep() {
        Projection projection = project(false, "100", "87", "89", "92");

        assertThat(projection.value()).isEqualTo("99.5000");
        assertThat(projection.low()).isEqualTo("98.0000");
        assertThat(projection.high()).isEqualTo("101.0000");
        assertThat(projection.outlook()).isEqualTo(Outlook.POSSIBLE);
    }

    @Test
    void oneStretchHasNoInterval() {
        Projection projection = project(true, "180", "110.05", "121.055");

        assertThat(projection.value()).isEqualTo("177.2366");
        assertThat(projection.low()).isNull();
        assertThat(projection.high()).isNull();
    }

    @Test
    void anAmountThatTouchesZeroGoesOnBySteps() {
        assertThat(project(true, "1", "-2", "0").value()).isEqualTo("8.0000");
    }

    @Test
    void withoutTwoPointsOrWithoutTimeThereIsNone() {
        assertThat(project(true, "180", "110.05")).isNull();
        assertThat(project(true, "180", "1", "2", "3", "4", "5", "6")).isNull();
    }

    @Property
    void theAverageLiesInsideTheInterval(
            @ForAll @Size(min = 3, max = 5) List<@BigRange(min = "0.01", max = "10000") @Scale(2) BigDecimal> values,
            @ForAll boolean compound) {
        Projection projection = Projection.of(points(values), compound, GOAL, value -> true);

        assertThat(projection.value()).isBetween(projection.low(), projection.high());
    }

    private static Projection project(boolean compound, String goal, String... values) {
        List<BigDecimal> decimals = new ArrayList<>();
        for (String value : values) {
            decimals.add(new BigDecimal(value));
        }
        return Projection.of(points(decimals), compound, GOAL, value -> value.compareTo(new BigDecimal(goal)) >= 0);
    }

    private static List<TargetPath.Point> points(List<BigDecimal> values) {
        List<TargetPath.Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new TargetPath.Point(LocalDate.of(2020 + i, 12, 31), values.get(i)));
        }
        return points;
    }
}
