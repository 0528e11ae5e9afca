package org.finplan.systemtests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The concepts that CONTRIBUTING.md explains as examples are the ones that are there. */
class ContributingDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\*\\*[^*]+\\*\\*: \\[`[\\w.]+`]\\(([\\w/.-]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.-]+)`");
    private static final Pattern COMMAND = Pattern.compile("-pl ([\\w-]+) -Dtest='([\\w,]+)'");

    /** An example: its folder, and what the first column of its table names. */
    private record Example(Path folder, List<String> named) {}

    @Test
    void eachServiceHasAnExample() {
        assertThat(examples())
                .extracting(example -> example.folder().getName(0).toString())
                .contains("indicators-service", "tasks-service", "risk-service");
    }

    @Test
    void anExampleNamesEachFileOfItsPackageOnceOrEachPackageOfAConceptWithParts() throws IOException {
        for (Example example : examples()) {
            List<String> packages = packages(example.folder());
            assertThat(example.named())
                    .as("%s", example.folder())
                    .containsExactlyInAnyOrderElementsOf(packages.size() > 1 ? packages : files(example.folder()));
        }
    }

    @Test
    void theCommandsRunTestsThatAreThere() {
        List<MatchResult> commands = COMMAND.matcher(section()).results().toList();
        assertThat(commands).hasSize(3).allSatisfy(command -> assertThat(
                        tests(Path.of(command.group(1), "src/test/java")))
                .contains(command.group(2).split(",")));
    }

    private static List<Example> examples() {
        String section = section();
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(section);
        while (matcher.find()) {
            int next = section.indexOf("\n**", matcher.end());
            String table = section.substring(matcher.end(), next < 0 ? section.length() : next);
            List<String> named = ROW.matcher(table)
                    .results()
                    .flatMap(row -> NAME.matcher(row.group(1)).results())
                    .map(name -> name.group(1))
                    .toList();
            examples.add(new Example(Path.of(matcher.group(1)), named));
        }
        return examples;
    }

    private static List<String> files(Path folder) {
        return names(Repository.files(Repository.ROOT.resolve(folder), ".java"));
    }

    private static List<String> tests(Path folder) {
        return names(Repository.files(Repository.ROOT.resolve(folder), "Test.java"));
    }

    private static List<String> names(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
    }

    private static List<String> packages(Path folder) throws IOException {
        Path root = Repository.ROOT.resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isDirectory)
                    .map(directory ->
                            root.getParent().relativize(directory).toString().replace('/', '.'))
                    .toList();
        }
    }

    private static String section() {
        String document = Repository.text("CONTRIBUTING.md");
        int start = document.indexOf("## How a concept looks");
        return document.substring(start, document.indexOf("\n## ", start + 1));
    }
}
