package org.finplan.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void whatIsSaidWinsOverWhatIsShort() {
        Options options = Options.parse("--root", "/repository", "--short", "--rounds", "5", "--pinned");

        assertThat(options).isEqualTo(new Options(Path.of("/repository"), 5, 2, 6, true));
        assertThat(options.proxyProcessors()).isOne();
        assertThat(options.proxyProcessor()).isNotEqualTo(options.otherProcessors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--rounds 0", "--seconds 61", "--seconds many", "--quick", "--short --short"})
    void whatMeansNothingIsRefused(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1))).isInstanceOf(IllegalArgumentException.class);
    }
}
