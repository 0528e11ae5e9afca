package org.finplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** The committed description of the API is the one that the code gives. */
@FinplanTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void committedDescriptionIsThatOfTheCode() throws IOException {
        String described = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path written = Files.writeString(Path.of("target", "openapi.yaml"), described);
        assertThat(COMMITTED)
                .as("copy %s over %s when the change is meant", written, COMMITTED)
                .content()
                .isEqualToNormalizingNewlines(described);
    }
}
