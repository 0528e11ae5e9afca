package org.finplan.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {

    static List<Supplier<UUID>> bothSources() {
        return List.of(Identifiers::next, Identifiers::nextFast);
    }

    @ParameterizedTest
    @MethodSource("bothSources")
    void idsDifferAndSortByTheTimeOfTheirMaking(Supplier<UUID> source) {
        List<UUID> ids = Stream.generate(source).limit(10_000).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
        assertThat(ids.stream().map(UUID::toString)).isSorted();
    }
}
