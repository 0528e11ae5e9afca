package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,750,1000", "3,1500,2000", "4,3000,4000", "5,6000,8000", "6,7500,10000", "1000,7500,10000"})
    void startsAtOnceAndThenSlowerEachTimeButNeverLaterThanTenSeconds(int failures, long least, long most) {
        assertThat(Watch.pause(failures, 0)).hasMillis(most);
        assertThat(Watch.pause(failures, 1)).hasMillis(least);
    }
}
