package org.finplan.systemtests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md on files, which no compiler knows. */
class RepositoryRulesTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_TEST = 400;
    private static final int LONGEST_METHOD = 40;
    /** Written apart, so that this file keeps the rule too. */
    private static final Pattern LEFT_OVER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@Dis" + "abled");

    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sl" + "eep\\b");
    /** A property or example of jqwik with an annotation of JUnit, which jqwik then leaves out without a failure. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "@(Property|Example)\\b[^\\n]*\\n(\\s*@[^\\n]*\\n)*?\\s*@Tag\\(|@Tag\\([^\\n]*\\n(\\s*@[^\\n]*\\n)*?\\s*@(Property|Example)\\b");

    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Impl|Manager|Helper|Util|Utils|Dto|DTO)\\.java|.*/(common|util|utils|impl)/[^/]+\\.java");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    @Test
    void keepsFilesShort() {
        assertThat(javaFiles().filter(file -> lines(file).size() > (isTest(file) ? LONGEST_TEST : LONGEST_FILE)))
                .as("files over %d lines (tests %d)", LONGEST_FILE, LONGEST_TEST)
                .isEmpty();
    }

    @Test
    void keepsMethodsShort() {
        assertThat(MethodLengths.longerThan(
                        LONGEST_METHOD,
                        javaFiles().filter(file -> !isTest(file)).toList()))
                .as("methods over %d lines", LONGEST_METHOD)
                .isEmpty();
    }

    @Test
    void leavesNothingForLater() {
        assertThat(javaFiles()
                        .filter(file -> LEFT_OVER.matcher(Repository.read(file)).find()))
                .isEmpty();
    }

    @Test
    void sleepsInNoTest() {
        assertThat(javaFiles().filter(RepositoryRulesTest::isTest).filter(file -> SLEEP.matcher(Repository.read(file))
                        .find()))
                .isEmpty();
    }

    @Test
    void leavesNoPropertyOut() {
        assertThat(javaFiles()
                        .filter(RepositoryRulesTest::isTest)
                        .filter(file -> Repository.read(file).contains("import org.junit.jupiter.api.Tag;"))
                        .filter(file -> LEFT_OUT.matcher(Repository.read(file)).find()))
                .as("jqwik leaves out what has a @Tag of JUnit: take net.jqwik.api.Tag")
                .isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(javaFiles().filter(file -> EMPTY_NAME
                        .matcher(Repository.ROOT.relativize(file).toString())
                        .find()))
                .isEmpty();
    }

    @Test
    void linksResolve() {
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.files(Repository.ROOT, ".md")) {
            LINK.matcher(Repository.read(document))
                    .results()
                    .map(RepositoryRulesTest::target)
                    .filter(target -> !target.matches("[a-z]+:.*") && !target.isEmpty())
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(Repository.ROOT.relativize(document) + " -> " + target));
        }
        assertThat(broken).isEmpty();
    }

    private static String target(MatchResult link) {
        return link.group(1).replaceFirst("#.*$", "");
    }

    private static Stream<Path> javaFiles() {
        return Repository.files(Repository.ROOT, ".java").stream();
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/");
    }

    private static List<String> lines(Path file) {
        return Repository.read(file).lines().toList();
    }
}
