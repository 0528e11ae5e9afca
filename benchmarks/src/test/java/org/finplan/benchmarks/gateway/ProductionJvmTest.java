package org.finplan.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProductionJvmTest {

    @Test
    void takesTheOptionsOfTheImage() throws IOException {
        String dockerfile = Files.readString(Path.of("../deploy/docker/Dockerfile"));

        assertThat(ProductionJvm.options(dockerfile))
                .isNotEmpty()
                .allMatch(option -> option.startsWith("-"))
                .doesNotContain("-jar");
    }

    @Test
    void anImageWithoutAnEntryPointIsNoProduction() {
        assertThatThrownBy(() -> ProductionJvm.options("FROM scratch\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
