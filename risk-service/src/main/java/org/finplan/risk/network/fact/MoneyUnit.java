package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units in which amounts are sent. They are put into yuan by moving the point, so that no digit is lost. */
enum MoneyUnit {
    CNY("元", 0),
    CNY_10K("万元", 4),
    CNY_100M("亿元", 8);

    static final List<String> ACCEPTED = List.of("CNY", "CNY_10K", "CNY_100M", "元", "万元", "亿元");

    private final String chinese;
    private final int power;

    MoneyUnit(String chinese, int power) {
        this.chinese = chinese;
        this.power = power;
    }

    static Optional<MoneyUnit> find(@Nullable String text) {
        return text == null
                ? Optional.of(CNY)
                : Arrays.stream(values())
                        .filter(unit -> unit.name().equals(text) || unit.chinese.equals(text))
                        .findFirst();
    }

    BigDecimal yuan(BigDecimal amount) {
        BigDecimal yuan = amount.scaleByPowerOfTen(power).stripTrailingZeros();
        return yuan.scale() < 0 ? yuan.setScale(0) : yuan;
    }
}
