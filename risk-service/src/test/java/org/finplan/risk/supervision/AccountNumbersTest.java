package org.finplan.risk.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountNumbersTest {

    @Test
    void whatLooksLikeAnAccountIsFoundAndOtherNumbersAreNot() {
        assertThat(AccountNumbers.in("演示样本 6222 0000 0000 0000 000 转出")).isTrue();
        assertThat(AccountNumbers.in("6222000000000000")).isTrue();
        assertThat(AccountNumbers.in("020-83330000 或 0758-2230000")).isFalse();
        assertThat(AccountNumbers.in("91441200MA0000001U")).isFalse();
        assertThat(AccountNumbers.in("金额 125000000.00 元，2026-03-12 至 2026-03-31"))
                .isFalse();
    }
}
