package org.finplan.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void tenMillionVersionsUnlessShort() {
        Options whole = Options.parse();

        assertThat(whole.places() * Sample.PERIODS * Sample.VERSIONS).isGreaterThanOrEqualTo(10_000_000);
        assertThat(Options.parse("--short").places()).isLessThan(whole.places());
    }

    @Test
    void databasesOfAnotherSizeAreKeptApart() {
        Path whole = Options.parse("--data-dir", "/kept").data();

        assertThat(whole.getParent()).isEqualTo(Path.of("/kept"));
        assertThat(Options.parse("--data-dir", "/kept", "--short").data()).isNotEqualTo(whole);
    }

    @Test
    void readsAreMeasuredUnlessWritesAloneAreAskedFor() {
        assertThat(Options.parse().writesOnly()).isFalse();
        assertThat(Options.parse("--writes").writesOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--rounds 0", "--seconds 100", "--seconds many", "--quick", "--short --short"})
    void whatMeansNothingIsRefused(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1))).isInstanceOf(IllegalArgumentException.class);
    }
}
