package org.finplan.platform.plan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every {@code ./finplan plan} that the document shows answers what stands below it, in both languages. */
class PlanDocumentExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)( *)```\n(.*?)\n *```\n");
    private static final String COMMAND = "./finplan plan ";

    @TempDir
    Path parent;

    @ParameterizedTest
    @CsvSource({"../../docs/plan-packages.md, true", "../../docs/zh/plan-packages.md, false"})
    void answersAsShown(Path document, boolean english) throws IOException {
        later();
        List<String> blocks = BLOCK.matcher(Files.readString(document))
                .results()
                .map(PlanDocumentExamplesTest::text)
                .toList();
        List<String> run = new ArrayList<>();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).startsWith(COMMAND)) {
                String words = blocks.get(i).substring(COMMAND.length());
                run.add(words.substring(0, words.indexOf(' ')));
                assertThat(answer(words, english)).as(blocks.get(i)).isEqualTo(blocks.get(i + 1));
            }
        }
        assertThat(run).containsExactly("new", "check", "diff");
    }

    private static String text(MatchResult block) {
        return block.group(2).stripIndent().strip();
    }

    /** The package that the document compares the sample with. */
    private void later() {
        SamplePackage later = SamplePackage.in(parent.resolve("my-plan"));
        later.set("indicators.json", "/indicators/0/target/value", "160");
        later.set("indicators.json", "/indicators/0/target/printed", "\"160\"");
        later.set("tasks.json", "/tasks/1", null);
        later.set("clauses.json", "/clauses/6", "{\"id\": \"ch5\", \"title_zh\": \"演示样本：保障\"}");
    }

    /** Directories lie elsewhere than for a reader, so the answer is given as a reader sees it. */
    private String answer(String words, boolean english) {
        String made = parent.resolve("zq-fin-15fyp").toString();
        String[] typed = Stream.of(words.split(" "))
                .map(word -> switch (word) {
                    case "docs/sample-plan-package" -> SamplePackage.SOURCE.toString();
                    case "my-plan" -> parent.resolve(word).toString();
                    default -> word;
                })
                .toArray(String[]::new);
        List<String> all = new ArrayList<>(List.of(typed));
        if (typed[0].equals("new")) {
            all.add(made);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PlanCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8), english).run(all);
        return bytes.toString(StandardCharsets.UTF_8).strip().replace(made, "zq-fin-15fyp");
    }
}
