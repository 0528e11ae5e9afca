package org.finplan.platform.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.devstack.stack.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final Path HOME = Path.of("/sample/.finplan");

    @Test
    void upHasDefaults() {
        assertThat(parse("up")).isEqualTo(arguments(Arguments.Command.UP, HOME, 8080, false));
    }

    @Test
    void upTakesItsOptionsInAnyOrder() {
        assertThat(parse("up", "--port", "9090", "--data-dir", "/sample/other/../two", "--detach"))
                .isEqualTo(arguments(Arguments.Command.UP, Path.of("/sample/two"), 9090, true));
    }

    @Test
    void everyCommandTakesADataDirectory() {
        assertThat(parse("down", "--data-dir", "/sample").dataDirectory()).isEqualTo(Path.of("/sample"));
        assertThat(parse("token", "auditor", "--data-dir", "/sample").operand()).contains("auditor");
        assertThat(parse("logs").operand()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up 8080",
                "up --port",
                "up --port x",
                "up --port 0",
                "up --port 70000",
                "up --detached",
                "down --port 8080",
                "status --detach",
                "token",
                "token auditor integrator",
                "logs kafka tasks",
                "reset all"
            })
    void refusesWhatMeansNothing(String words) {
        assertThatThrownBy(() -> parse(words.isEmpty() ? new String[0] : words.split(" ", -1)))
                .isInstanceOf(StackException.class);
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), HOME);
    }

    private static Arguments arguments(Arguments.Command command, Path directory, int port, boolean detach) {
        return new Arguments(command, directory, port, detach, java.util.Optional.empty());
    }
}
