package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Test;

/** docs/configuration.md names every key that is read, and none that is not. */
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

    @Test
    void documentsEveryKeyThatIsReadAndNoOther() {
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
        assertThat(documented()).containsExactlyElementsOf(expected);
    }

    private static Set<String> documented() {
        return DOCUMENTED
                .matcher(Repository.text("docs/configuration.md"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key of one entry, such as the address of one service, belongs to the family that stands in the document. */
    private static Pattern family(String key) {
        return Pattern.compile("\\Q" + key.replace("[*]", "*").replace("*", "\\E\\[?[a-z0-9-]+\\]?\\Q") + "\\E");
    }
}
