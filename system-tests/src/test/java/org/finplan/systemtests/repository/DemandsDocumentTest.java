package org.finplan.systemtests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of demands name what the tests carry as tags, in both languages. */
class DemandsDocumentTest {

    private static final Pattern TAG = Pattern.compile("@(?:[a-z.]+\\.)?Tag\\(\"([A-Z]\\d\\d)\"\\)");
    private static final Pattern NUMBERED = Pattern.compile("void [a-z]\\d\\d[A-Z]\\w*\\(");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z]\\d\\d) \\| (ch[\\w.]+) \\| [^|]+ \\| ([^|]+) \\|$");

    @ParameterizedTest
    @ValueSource(strings = {"docs/demands.md", "docs/zh/demands.md"})
    void everyDemandOfATestIsInTheTableWithItsModulesAndEveryRowHasATest(String document) {
        assertThat(rows(document).collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)
                        .replace("`", ""))))
                .isEqualTo(modulesByDemand());
    }

    @Test
    void bothLanguagesNameTheSameClauses() {
        assertThat(clauses("docs/zh/demands.md")).isEqualTo(clauses("docs/demands.md"));
    }

    @Test
    void noNameOfATestBeginsWithANumberOfADemand() {
        assertThat(tests().filter(
                                file -> NUMBERED.matcher(Repository.read(file)).find()))
                .isEmpty();
    }

    private static Stream<MatchResult> rows(String document) {
        return ROW.matcher(Repository.text(document)).results();
    }

    private static String clauses(String document) {
        return rows(document).map(row -> row.group(1) + " " + row.group(2)).collect(Collectors.joining("\n"));
    }

    private static SortedMap<String, String> modulesByDemand() {
        SortedMap<String, TreeSet<String>> modules = new TreeMap<>();
        tests().forEach(file -> TAG.matcher(Repository.read(file)).results().forEach(tag -> modules.computeIfAbsent(
                        tag.group(1), demand -> new TreeSet<>())
                .add(module(file))));
        SortedMap<String, String> joined = new TreeMap<>();
        modules.forEach((demand, names) -> joined.put(demand, String.join(", ", names)));
        return joined;
    }

    private static String module(Path file) {
        String path = Repository.ROOT.relativize(file).toString();
        return path.substring(0, path.indexOf("/src/"));
    }

    private static Stream<Path> tests() {
        return Repository.files(Repository.ROOT, ".java").stream()
                .filter(file -> file.toString().contains("/src/test/"));
    }
}
