package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,2", "4,4", "6,16", "7,30", "1000,30"})
    void startsAtOnceAndThenSlowerEachTime(int failures, long seconds) {
        assertThat(Watch.pause(failures)).isEqualTo(seconds);
    }
}
