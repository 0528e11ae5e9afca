package org.finplan.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | TIMES | 5 倍 | 5 times",
                "1 | TIMES | 1 倍 | 1 time",
                "6.428571428571429 | TIMES | 6.43 倍 | 6.43 times",
                "12.50 | PCT | 12.5% | 12.5 %",
                "-3.14159 | PCT | -3.14% | -3.14 %",
                "8 | PER_MILLE | 8‰ | 8 ‰",
                "30 | DAY | 30 天 | 30 days",
                "0.00 | TRANSACTION | 0 笔 | 0 transactions",
                "1234.5 | CNY | 1234.5 元 | 1,234.5 yuan",
                "200000 | CNY | 20 万元 | 200,000 yuan",
                "123456789.12 | CNY | 1.23 亿元 | 123.46 million yuan",
                "-20000000 | CNY | -2000 万元 | -20 million yuan",
                "300.10 | CNY_100M | 300.1 亿元 | 30.01 billion yuan",
                "3 | CNY_10K | 3 万元 | 30,000 yuan",
                "2 | SOMETHING | 2 SOMETHING | 2 SOMETHING",
                "0.00001234 | PCT | 0.00001% | 0.00001 %"
            })
    void isReadAsPeopleSayIt(BigDecimal value, String unit, String zh, String en) {
        assertThat(FigureText.of(value, unit).zh()).isEqualTo(zh);
        assertThat(FigureText.of(value, unit).en()).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "10.000000000000001, 10, 10.000000000000001%",
        "9.996, 10, 9.996%",
        "10, 10, 10%",
        "0.1251, 0.125, 0.1251%",
        "0.125, 0.125, 0.125%",
        "10.01, 10, 10.01%",
        "15.666, 10, 15.67%"
    })
    void isNeverOnAnotherSideOfItsLimit(BigDecimal value, BigDecimal limit, String text) {
        assertThat(FigureText.of(value, "PCT", limit).zh()).isEqualTo(text);
    }

    @Test
    void aLimitKeepsEveryDigit() {
        assertThat(FigureText.exact(new BigDecimal("0.12345"), "PCT").en()).isEqualTo("0.12345 %");
        assertThat(FigureText.exact(new BigDecimal("20000001"), "CNY").en()).isEqualTo("20.000001 million yuan");
    }

    @Property(tries = 500)
    void theTextComparesAsTheFigureDoes(
            @ForAll @BigRange(min = "-100", max = "100") @Scale(6) BigDecimal value,
            @ForAll @BigRange(min = "-100", max = "100") @Scale(4) BigDecimal limit) {
        BigDecimal shown =
                new BigDecimal(FigureText.of(value, "PCT", limit).zh().replace("%", ""));
        assertThat(shown.compareTo(limit)).isEqualTo(value.compareTo(limit));
        assertThat(shown.signum()).isEqualTo(value.signum());
        assertThat(shown.subtract(value).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        BigDecimal near = value.add(new BigDecimal("0.000001"));
        assertThat(new BigDecimal(FigureText.of(near, "PCT", value).zh().replace("%", "")))
                .isGreaterThan(value);
    }
}
