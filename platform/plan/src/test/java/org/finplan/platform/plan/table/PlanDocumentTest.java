package org.finplan.platform.plan.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document for people who write a package says is what the check does, in both languages. */
class PlanDocumentTest {

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"../../docs/plan-packages.md", "../../docs/zh/plan-packages.md"})
    void namesEveryFaultEveryFileAndEveryFieldThatIsNeeded(Path path) throws IOException {
        String document = Files.readString(path);

        for (FaultKind kind : FaultKind.values()) {
            assertThat(document).contains("`" + kind.code() + "`");
        }
        for (String file : PlanFiles.all()) {
            assertThat(document).contains("### " + file);
            Set<String> needed = new TreeSet<>();
            needed(PackageSchemas.of(file), needed);
            assertThat(needed)
                    .allSatisfy(field -> assertThat(document).containsPattern("`([a-z_.\\[\\]]*\\.)?" + field + "`"));
        }
    }

    @ParameterizedTest
    @CsvSource({"../../docs/plan-packages.md, true", "../../docs/zh/plan-packages.md, false"})
    void showsWhatTheCheckAnswers(Path path, boolean english) throws IOException {
        SamplePackage spoilt = SamplePackage.in(parent.resolve("spoilt"));
        spoilt.set("indicators.json", "/indicators/0/direction", "\"up\"");
        spoilt.set("tasks.json", "/tasks/0/owner", "1");

        String lines = String.join(
                "\n", spoilt.faults().stream().map(fault -> fault.line(english)).toList());
        assertThat(Files.readString(path)).contains("```\n" + lines + "\n```");
    }

    /** Of what the suite does not read the document says nothing. */
    private static void needed(JsonNode schema, Set<String> fields) {
        schema.path("required").forEach(field -> fields.add(field.asText()));
        for (JsonNode field : schema.path("properties")) {
            String description = field.path("description").asText();
            if (!description.contains("not read") && !description.startsWith("A copy of")) {
                needed(PackageSchemas.resolved(field), fields);
            }
        }
        if (schema.has("items")) {
            needed(PackageSchemas.resolved(schema.path("items")), fields);
        }
    }
}
