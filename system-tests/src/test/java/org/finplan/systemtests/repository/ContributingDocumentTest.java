package org.finplan.systemtests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The concept that CONTRIBUTING.md explains file by file is the one that is there. */
class ContributingDocumentTest {

    private static final Path EXAMPLE = Path.of("indicators-service/src/main/java/org/finplan/indicators/release");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");
    private static final Pattern TEST = Pattern.compile("-Dtest='([\\w,]+)'");

    @Test
    void theExampleNamesEachFileOfItsPackageOnce() {
        String concept = section();
        assertThat(concept).contains("](" + EXAMPLE + ")");

        List<String> named = ROW.matcher(concept)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1) + ".java")
                .toList();
        List<String> there = Repository.files(Repository.ROOT.resolve(EXAMPLE), ".java").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void theCommandRunsTestsThatAreThere() {
        List<String> tests = TEST.matcher(section())
                .results()
                .flatMap(command -> Stream.of(command.group(1).split(",")))
                .toList();
        List<String> there =
                Repository.files(Repository.ROOT.resolve("indicators-service/src/test/java"), "Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .toList();
        assertThat(tests).isNotEmpty().allSatisfy(test -> assertThat(there).contains(test));
    }

    private static String section() {
        String document = Repository.text("CONTRIBUTING.md");
        int start = document.indexOf("## How a concept looks");
        return document.substring(start, document.indexOf("\n## ", start + 1));
    }
}
