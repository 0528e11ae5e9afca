package org.finplan.indicators.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever holds figures against each other says how far they can be compared: every answer of the API that has a difference. */
class ComparingAnswersTest {

    /** What comes of holding figures against each other. */
    private static final Set<String> COMPARED = Set.of(
            "difference", "gap", "revision", "change", "projection", "expected", "ratio", "sum", "requiredGrowth");

    /** What stands inside an answer that is marked, and what is only told of figures by one definition. */
    private static final Set<String> INSIDE = Set.of(
            "OriginalAttainment", // of IndicatorAttainment
            "RevisionStep", // of RevisionRow
            "PathPoint", // of TargetPath
            "PeriodContradiction", // by one definition
            "PlanChange", // what a package says otherwise, no figure
            "DisputeStep"); // of DisputedCell

    @Test
    void everyAnswerThatComparesCarriesTheMark() throws IOException {
        JsonNode schemas =
                new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).at("/components/schemas");
        Set<String> unmarked = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        schemas.properties().forEach(schema -> {
            JsonNode properties = schema.getValue().path("properties");
            if (properties.has("comparability") && properties.has("breaks")) {
                marked.add(schema.getKey());
            } else if (COMPARED.stream().anyMatch(properties::has)) {
                unmarked.add(schema.getKey());
            }
        });

        assertThat(unmarked).isEqualTo(new TreeSet<>(INSIDE));
        assertThat(marked)
                .contains(
                        "CellView",
                        "ComparedGrowth",
                        "ComputedFrom",
                        "DisputedCell",
                        "IndicatorAttainment",
                        "ReconciledIndicator",
                        "RevisionRow",
                        "TargetPath");
        assertThat(schemas.at("/Observation/properties").has("definition")).isTrue();
    }
}
