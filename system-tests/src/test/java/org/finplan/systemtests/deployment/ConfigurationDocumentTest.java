package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/configuration.md, in both languages, names every key that is read, and none that is not. */
class ConfigurationDocumentTest {

    private static final List<String> MODULES = List.of(
            "platform/outage",
            "platform/plan",
            "platform/web",
            "platform/outbox",
            "platform/planversion",
            "indicators-service",
            "tasks-service",
            "risk-service",
            "gateway");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(finplan\\.[a-z0-9.*\\[\\]-]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/configuration.md", "docs/zh/configuration.md"})
    void documentsEveryKeyThatIsReadAndNoOther(String page) {
        Set<String> read = ConfigurationKeys.of(MODULES);
        List<Pattern> families = read.stream()
                .filter(key -> key.contains("*"))
                .map(ConfigurationDocumentTest::family)
                .toList();
        Set<String> expected = read.stream()
                .filter(key -> key.contains("*")
                        || families.stream()
                                .noneMatch(family -> family.matcher(key).matches()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(expected).isNotEmpty();
        assertThat(documented(page)).containsExactlyElementsOf(expected);
    }

    private static Set<String> documented(String page) {
        return DOCUMENTED
                .matcher(Repository.text(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key of one entry, such as the address of one service, belongs to the family that stands in the document. */
    private static Pattern family(String key) {
        return Pattern.compile("\\Q" + key.replace("[*]", "*").replace("*", "\\E\\[?[a-z0-9-]+\\]?\\Q") + "\\E");
    }
}
