package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPackageCheckTest {

    private static final List<String> FILES = List.of(
            "indicators.json",
            "facts.json",
            "regions.json",
            "clauses.json",
            "tasks.json",
            "organisations.json",
            "systems.json",
            "supplement.json",
            "measures.json",
            "published-facts.csv",
            "derived.json");

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void copyThePlan() throws IOException {
        directory = Files.createDirectory(parent.resolve("sample-plan"));
        for (String file : FILES) {
            try (InputStream in = PlanPackage.class.getResourceAsStream("zq-fin-14fyp/" + file)) {
                Files.copy(in, directory.resolve(file));
            }
        }
    }

    @Test
    void aDirectoryIsAPackageNamedLikeIt() {
        List<PlanPackage> packages = PlanPackage.load(List.of(directory));

        assertThat(packages.stream().map(read -> read.plan().code())).containsExactly("zq-fin-14fyp", "sample-plan");
        assertThat(packages.get(1).fingerprint()).isEqualTo(packages.get(0).fingerprint());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(directory.resolve("tasks.json"));

        assertThatThrownBy(() -> PlanPackage.load(directory))
                .isInstanceOf(PlanPackageException.class)
                .hasMessageContaining("sample-plan")
                .hasMessageContaining("tasks.json");
    }

    @Test
    void aReferenceIntoNothingIsNamedWithItsPlace() throws IOException {
        replace("facts.json", "\"region\": \"REF-GBA\"", "\"region\": \"NOWHERE\"");
        replace("tasks.json", "\"clause\": \"ch4.s1.1.1\"", "\"clause\": \"ch9.s9\"");

        assertThatThrownBy(() -> PlanPackage.load(directory))
                .isInstanceOf(PlanPackageException.class)
                .hasMessageContaining("task t4.1.1.1 refers to ch9.s9")
                .hasMessageContaining("refers to NOWHERE");
    }

    @Test
    void malformedFilesAreNamedWithTheirPlace() throws IOException {
        replace("published-facts.csv", "2705.05", "27o5.05");
        assertThatThrownBy(() -> PlanPackage.load(directory))
                .hasMessageContaining("row 1")
                .hasMessageContaining("27o5.05");

        replace("indicators.json", "\"value\": 110.05", "\"value\": \"110.05\"");
        assertThatThrownBy(() -> PlanPackage.load(directory))
                .hasMessageContaining("indicators/0/baseline/value is no number");

        replace("facts.json", "\"facts\": [", "\"facts\": [,");
        assertThatThrownBy(() -> PlanPackage.load(directory)).hasMessageContaining("facts.json is no JSON");
    }

    @Test
    void aFormulaThatRefersToNothingIsRefused() throws IOException {
        replace("derived.json", "\"series\": \"npl-balance\"", "\"series\": \"npl-nowhere\"");
        replace("derived.json", "\"unit\": \"CNY_PER_PERSON\"", "\"unit\": \"SHELL\"");
        replace("derived.json", "\"REF-GBA9\"", "\"REF-NOWHERE\"");

        assertThatThrownBy(() -> PlanPackage.load(directory))
                .hasMessageContaining("formula npl-ratio refers to npl-nowhere")
                .hasMessageContaining("formula insurance-density refers to SHELL")
                .hasMessageContaining("formula gdp-share-of-gba9 refers to REF-NOWHERE");
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path).replace(what, by));
    }
}
