package org.finplan.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which instance gets a request; no connection is made here. */
class ServiceTest {

    @Test
    void twoInstancesShareEvenly() {
        Service service = of(2);
        for (int i = 0; i < 100; i++) {
            assertThat(service.take(0, true)).isNotNegative();
        }
        assertThat(service.instance(0).running()).isEqualTo(50);
        assertThat(service.instance(1).running()).isEqualTo(50);
    }

    /** The law of the two choices: the busiest stays near the mean, where one random choice would leave it behind. */
    @Property(tries = 50)
    void noInstanceIsFarAboveTheMean(@ForAll @IntRange(min = 2, max = 64) int count) {
        Service service = of(count);
        for (int i = 0; i < 100 * count; i++) {
            service.take(0, true);
        }
        int most =
                service.instances().stream().mapToInt(Instance::running).max().orElseThrow();
        assertThat(most).isBetween(100, 108);
    }

    @Test
    void thoseThatWereTriedOrAreDownAreLeftOut() {
        Service service = of(3);
        service.instance(1).refused();
        assertThat(service.wellInstances()).isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            assertThat(service.take(0b001, false)).isEqualTo(2);
        }
        assertThat(service.take(0b101, true)).isEqualTo(-1);
    }

    @Test
    void anOpenCircuitLetsOneReaderTryAndTheWriterGoElsewhere() {
        Service service = of(2);
        service.instance(0).unanswered();
        assertThat(service.wellInstances()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            assertThat(service.take(0, false)).isEqualTo(1);
        }
        assertThat(service.take(0b10, true)).isEqualTo(0);
        assertThat(service.take(0b10, true)).as("while the trial runs").isEqualTo(-1);
        service.instance(0).answered();
        assertThat(service.take(0b10, false)).isEqualTo(0);
    }

    @Test
    void secondAttemptsAreAPartOfWhatRuns() {
        Service service = of(1);
        assertThat(granted(service)).isEqualTo(3);
        for (int i = 0; i < 100; i++) {
            service.take(0, true);
        }
        assertThat(granted(service)).as("20, of which 3 run already").isEqualTo(17);
        service.endRetry();
        assertThat(granted(service)).isEqualTo(1);
    }

    @Test
    void aServiceHasInstances() {
        assertThatThrownBy(() -> of(0)).hasMessageContaining("finplan.gateway.services.some");
        assertThatThrownBy(() -> of(65)).hasMessageContaining("1 to 64");
    }

    @Test
    void healthTurnsAfterSoManyAnswersInARow() {
        HealthTally tally = new HealthTally(2, 3);
        Stream.of(false, false, true, false, false).forEach(tally::record);
        assertThat(tally.up()).isTrue();
        assertThat(tally.record(false)).as("the third in a row").isTrue();
        assertThat(tally.up()).isFalse();
        Stream.of(true, false, true).forEach(tally::record);
        assertThat(tally.up()).isFalse();
        tally.record(true);
        assertThat(tally.up()).isTrue();
        assertThat(tally.refused()).isTrue();
        assertThat(tally.up()).as("a refused connection is enough alone").isFalse();
    }

    private static int granted(Service service) {
        return (int) IntStream.range(0, 200).filter(i -> service.beginRetry()).count();
    }

    private static Service of(int count) {
        List<Instance> instances = IntStream.range(0, count)
                .mapToObj(i -> new Instance(
                        "some", "http://127.0.0.1:" + i, null, null, null, new HealthTally(1, 2), new Breaker(1, 0, 0)))
                .toList();
        return new Service("some", instances, () -> {});
    }
}
