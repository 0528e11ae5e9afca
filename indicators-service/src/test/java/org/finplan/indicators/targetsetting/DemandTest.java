package org.finplan.indicators.targetsetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two targets of one place and year is the easier one. */
class DemandTest {

    @ParameterizedTest
    @CsvSource({
        "ge,40,,ge,39.99,,true",
        "ge,40,,ge,40.0,,false",
        "ge,40,,ge,41,,false",
        "gt,40,,ge,40,,true",
        "ge,40,,gt,40,,false",
        "le,30,,le,31,,true",
        "le,30,,le,29,,false",
        "lt,30,,le,30,,true",
        "le,30,,lt,30,,false",
        "ge,20,,between,20,30,false",
        "ge,20,,between,19,30,true",
        "between,20,30,between,21,29,false",
        "between,20,30,between,20,31,true",
        "between,20,30,between,19,30,true",
        "between,20,30,ge,25,,true",
        "between,20,30,le,25,,true",
        "eq,40,,ge,40,,false",
        "aim,40,,gt,40,,false",
        "lt_benchmark,,,lt_benchmark,,,false",
        "lt_benchmark,,,le,0.1,,true",
        "le,2,,lt_benchmark,,,true"
    })
    void isEasierWhenAValueMeetsItThatDidNotBefore(
            String before, String value, String upper, String after, String next, String nextUpper, boolean easier) {
        Demand was = Demand.of(target(before, value, upper, Nature.EXPECTED));
        Demand becomes = Demand.of(target(after, next, nextUpper, Nature.EXPECTED));

        assertThat(becomes.isEasierThan(was)).isEqualTo(easier);
    }

    @ParameterizedTest
    @CsvSource({
        "binding,expected,true",
        "binding,,true",
        "binding,binding,false",
        "expected,binding,false",
        ",expected,false"
    })
    void isEasierWhenItNoLongerBinds(String before, String after, boolean easier) {
        Demand was = Demand.of(target("ge", "40", null, Nature.find(before).orElse(null)));
        Demand becomes = Demand.of(target("ge", "40", null, Nature.find(after).orElse(null)));

        assertThat(becomes.isEasierThan(was)).isEqualTo(easier);
    }

    @ParameterizedTest
    @CsvSource({"ge,40,,ge 40", "between,20,30,between 20 30", "lt,2,,lt 2", "lt_benchmark,,,lt_benchmark"})
    void saysWhatItDemands(String comparator, String value, String upper, String text) {
        assertThat(Demand.of(target(comparator, value, upper, null)).text()).isEqualTo(text);
    }

    private static Target target(String comparator, String value, String upper, Nature nature) {
        return new Target(
                UUID.randomUUID(),
                1,
                new TargetKey("zq-fin-14fyp", "green-credit", "441202", 2025, TargetKey.MAIN),
                Period.parse("2025-12-31"),
                TargetKind.of(TargetComparator.find(comparator).orElseThrow()),
                TargetComparator.find(comparator).orElseThrow(),
                value == null ? null : new BigDecimal(value),
                upper == null ? null : new BigDecimal(upper),
                "CNY_100M",
                null,
                null,
                List.of(),
                nature,
                null,
                null,
                null,
                Instant.EPOCH,
                "test",
                1);
    }
}
