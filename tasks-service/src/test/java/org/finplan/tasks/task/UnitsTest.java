package org.finplan.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which codes tokens can name as units. */
class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "zhaoqing-finance-bureau, true",
        "市金融工作局, true",
        "914412000000000000, true",
        "999999, false",
        "LOCAL-NONE, false",
        "'a,b', false",
        "'a b', false",
        "'', false"
    })
    void aCodeIsOfAUnitUnlessItLooksLikeARegion(String code, boolean expected) {
        assertThat(Units.canBeOfAToken(code)).isEqualTo(expected);
    }
}
