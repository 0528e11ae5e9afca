package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed description of the gateway's own operations, part of the one document, is the one that the code gives: Quarkus
 * writes it when it builds the application under test.
 */
@GatewayTest
class OwnOpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path BUILT = Path.of("target", "openapi", "openapi.yaml");

    @Test
    void committedDescriptionIsThatOfTheCode() throws IOException {
        assertThat(COMMITTED)
                .as("copy %s over %s when the change is meant", BUILT, COMMITTED)
                .content()
                .isEqualToNormalizingNewlines(Files.readString(BUILT));
    }
}
