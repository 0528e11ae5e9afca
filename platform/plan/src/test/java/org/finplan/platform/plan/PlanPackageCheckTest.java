package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled plan as a directory, and the schemas of the files. */
class PlanPackageCheckTest {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void copyThePlan() throws IOException {
        directory = Files.createDirectory(parent.resolve("any-name"));
        for (String file : PlanFiles.all()) {
            try (InputStream in = PlanPackage.class.getResourceAsStream("zq-fin-14fyp/" + file)) {
                Files.copy(in, directory.resolve(file));
            }
        }
    }

    @Test
    void aDirectoryIsReadLikeTheBundledPackageAndItsNameMeansNothing() {
        PlanPackage read = PlanPackage.load(directory);

        assertThat(read.plan().code()).isEqualTo("zq-fin-14fyp");
        assertThat(read.fingerprint())
                .isEqualTo(PlanPackage.load("zq-fin-14fyp").fingerprint());
    }

    @Test
    void theMessageOfTheExceptionNamesDirectoryFilePlaceAndWhatIsAccepted() throws IOException {
        replace("facts.json", "\"region\": \"REF-GBA\"", "\"region\": \"REF-GBB\"");
        replace("tasks.json", "\"clause\": \"ch4.s1.1.1\"", "\"clause\": \"ch9.s9\"");

        assertThatThrownBy(() -> PlanPackage.load(directory))
                .isInstanceOf(PlanPackageException.class)
                .hasMessageStartingWith("plan package " + directory + ", ")
                .hasMessageContaining("\ntasks.json /tasks/2/clause: this refers to ch9.s9, which is not there")
                .hasMessageContaining("(accepted: REF-GBA, ");
    }

    @Test
    void everyFieldOfTheSchemasIsDescribedInBothLanguagesAndEveryObjectIsClosed() {
        List<String> open = new ArrayList<>();
        for (String file : PlanFiles.all()) {
            look(file, "", PackageSchemas.of(file), open);
        }
        assertThat(open)
                .as("objects that take any field: notes that the suite does not read")
                .containsExactly(
                        "indicators.json /properties/indicators/items/properties/checks/items",
                        "systems.json /properties/dispositions");
    }

    private static void look(String file, String place, JsonNode schema, List<String> open) {
        JsonNode properties = schema.path("properties");
        if (schema.path("type").toString().contains("object")
                && !schema.path("additionalProperties").isBoolean()) {
            open.add(file + " " + place);
        }
        properties.properties().forEach(field -> {
            String where = place + "/properties/" + field.getKey();
            assertThat(field.getValue().path("description").asText())
                    .as(file + where)
                    .isNotBlank();
            assertThat(field.getValue().path("x-description-zh").asText())
                    .as(file + where)
                    .isNotBlank();
            look(file, where, PackageSchemas.resolved(field.getValue()), open);
        });
        if (schema.has("items")) {
            look(file, place + "/items", PackageSchemas.resolved(schema.path("items")), open);
        }
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replace(what, by));
    }
}
