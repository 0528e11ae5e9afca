package org.finplan.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls are asked for. */
class CallFilterTest {

    @Property
    void aStatusStandsForItselfAndItsClassForAHundred(@ForAll @IntRange(min = 100, max = 599) int status) {
        assertThat(CallStatus.find(Integer.toString(status))).hasValue(new CallStatus(status, status, false));
        int hundreds = status / 100;
        assertThat(CallStatus.find(hundreds + "xx"))
                .hasValue(new CallStatus(hundreds * 100, hundreds * 100 + 99, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99", "600", "4x", "4xxx", "-404", "４０４", "Aborted", "xx4"})
    void otherTextsAreNoStatus(String text) {
        assertThat(CallStatus.find(text)).isEmpty();
    }

    @Property
    void parametersFitTheirPlaces(
            @ForAll boolean client, @ForAll boolean key, @ForAll boolean status, @ForAll boolean seen) {
        CallFilter filter = new CallFilter(
                client ? Optional.of("c") : Optional.empty(),
                Optional.empty(),
                key ? Optional.of(UUID.randomUUID()) : Optional.empty(),
                status ? CallStatus.find("4xx") : CallStatus.find("aborted"),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                seen ? Optional.of(new CallFilter.Seen("c", "s", "441200")) : Optional.empty());
        CallFilter.Condition condition = filter.condition();
        assertThat(condition.parameters().keySet())
                .allSatisfy(name -> assertThat(condition.sql()).contains(":" + name));
        assertThat(condition.sql().chars().filter(c -> c == ':'))
                .hasSize(condition.parameters().size());
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        CallQueue queue = new CallQueue(2);
        for (int i = 0; i < 5; i++) {
            queue.offer(new Call(
                    Instant.EPOCH, UUID.randomUUID(), null, null, "", null, "GET", "/" + i, "-", 200, 1, 0, 0, "t"));
        }
        assertThat(queue.lost()).isEqualTo(3);
        assertThat(queue.take(10)).extracting(Call::path).containsExactly("/0", "/1");
        queue.lose(2);
        assertThat(queue.lost()).isEqualTo(5);
    }
}
