package org.finplan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** The committed document is the one that the code describes. */
@FinplanTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path WRITTEN = Path.of("target", "openapi-of-the-code.yaml");

    @Test
    void theCommittedDocumentIsTheOneOfTheCode() throws IOException {
        String code = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(WRITTEN, code);
        assertThat(Files.readString(COMMITTED))
                .as("the API changed: look at the difference and copy %s to %s", WRITTEN, COMMITTED)
                .isEqualTo(code);
    }
}
