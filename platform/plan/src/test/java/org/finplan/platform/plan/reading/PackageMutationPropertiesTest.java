package org.finplan.platform.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.plan.table.PlanFiles;

/** Whatever is changed in a package, it is read or refused with faults; no other exception ever leaves the reader. */
class PackageMutationPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 400)
    void oneMutationIsReadOrRefused(
            @ForAll("files") String file,
            @ForAll @IntRange(min = 0, max = 1_000_000) int where,
            @ForAll("values") JsonNode value,
            @ForAll("changes") String change)
            throws java.io.IOException {
        java.nio.file.Path directory = java.nio.file.Files.createTempDirectory("plan-package");
        try {
            SamplePackage sample = SamplePackage.in(directory.resolve("sample"));
            JsonNode root = sample.json(file);
            List<JsonNode> holders = new ArrayList<>();
            collect(root, holders);
            mutate(holders.get(where % holders.size()), where, value, change);
            sample.write(file, root.toString());

            assertThat(sample.faults()).allSatisfy(fault -> {
                assertThat(fault.file()).isNotBlank();
                assertThat(fault.code()).matches("[a-z0-9-]+");
                assertThat(fault.line(true)).doesNotContain("\n");
                assertThat(fault.line(false)).doesNotContain("\n");
            });
        } finally {
            try (var paths = java.nio.file.Files.walk(directory)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                PlanFiles.all().stream().filter(file -> file.endsWith(".json")).toList());
    }

    @Provide
    Arbitrary<String> changes() {
        return Arbitraries.of("drop", "set", "add", "swap");
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        JSON.nullNode(),
                        JSON.objectNode(),
                        JSON.arrayNode(),
                        JSON.booleanNode(true),
                        JSON.arrayNode().add(JSON.nullNode()),
                        JSON.objectNode().put("code", 1)),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.of("1E+999999999", "1E-999999999", "0.1", "2030", "2030.0", "1E3")
                        .map(text -> JSON.numberNode(new BigDecimal(text))),
                Arbitraries.of("ch3", "t1", "SAMPLE-CITY", "2030", "2030-12-31", "between", "lower", "rank", "relative")
                        .map(JSON::textNode),
                Arbitraries.strings().ofMaxLength(12).map(JSON::textNode));
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private static void mutate(JsonNode holder, int where, JsonNode value, String change) {
        if (holder instanceof ObjectNode object) {
            List<String> names =
                    object.properties().stream().map(Map.Entry::getKey).toList();
            String name = names.isEmpty() ? "x" : names.get(where / 7 % names.size());
            switch (change) {
                case "drop" -> object.remove(name);
                case "add" -> object.set("x" + where, value);
                case "swap" ->
                    object.set(name, names.isEmpty() ? value : object.get(names.get(where / 11 % names.size())));
                default -> object.set(name, value);
            }
        } else if (holder instanceof ArrayNode array) {
            if (array.isEmpty() || change.equals("add")) {
                array.add(value);
            } else if (change.equals("drop")) {
                array.remove(where / 7 % array.size());
            } else if (change.equals("swap")) {
                array.add(array.get(where / 7 % array.size()));
            } else {
                array.set(where / 7 % array.size(), value);
            }
        }
    }
}
