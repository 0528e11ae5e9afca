package org.finplan.platform.plan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private static final String SAMPLE = SamplePackage.SOURCE.toString();

    @TempDir
    Path parent;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aSoundPackageIsSaidToBeSound() {
        assertThat(run(true, "check", SAMPLE)).isZero();
        assertThat(said()).containsExactly("sample-15fyp is sound: 3 indicators, 2 task nodes, 4 regions, 3 figures");
        assertThat(run(false, "check", SAMPLE)).isZero();
        assertThat(said().get(1)).isEqualTo("sample-15fyp 无误：3 项指标，2 个任务节点，4 个地区，3 个数字");
    }

    @Test
    void aTargetOnTheWrongSideOfItsBaselineIsAWarningAndNoFault() {
        SamplePackage sample = SamplePackage.in(parent.resolve("backwards"));
        sample.set("indicators.json", "/indicators/0/target/value", "1");

        assertThat(run(true, "check", sample.directory().toString())).isZero();
        assertThat(said()).hasSize(2);
        assertThat(said().get(0))
                .startsWith("warning: indicators.json /indicators/0/target/value: the target 1 lies on the wrong side")
                .endsWith("(accepted: ≥ 100)");
        assertThat(run(false, "check", sample.directory().toString())).isZero();
        assertThat(said().get(2)).startsWith("提示：indicators.json /indicators/0/target/value：目标 1 在基期值");
        assertThat(said().get(3)).contains("无误");
    }

    @Test
    void everyFaultIsALineAndTheLastSaysHowMany() {
        SamplePackage sample = SamplePackage.in(parent.resolve("spoilt"));
        sample.set("indicators.json", "/indicators/0/direction", "\"up\"");
        sample.set("tasks.json", "/tasks/0/owner", "1");

        assertThat(run(true, "check", sample.directory().toString())).isEqualTo(1);
        assertThat(said()).hasSize(3);
        assertThat(said().get(0)).startsWith("indicators.json /indicators/0/direction: ");
        assertThat(said().get(1)).startsWith("tasks.json /tasks/0/owner: there is no such field (accepted: ");
        assertThat(said().get(2)).endsWith("spoilt: 2 faults");
        assertThat(run(false, "check", sample.directory().toString())).isEqualTo(1);
        assertThat(said().get(4)).startsWith("tasks.json /tasks/0/owner：没有这个字段（可用：");
        assertThat(said().get(5)).endsWith("spoilt：共 2 处问题");
    }

    @Test
    void whatDiffersIsALineForEachThing() {
        SamplePackage sample = SamplePackage.in(parent.resolve("later"));
        sample.set("indicators.json", "/indicators/0/target/value", "160");
        sample.set("indicators.json", "/indicators/0/target/printed", "\"160\\n\"");
        sample.set("tasks.json", "/tasks/1", null);
        sample.set("clauses.json", "/clauses/6", "{\"id\": \"ch5\", \"title_zh\": \"演示样本：保障\"}");
        String later = sample.directory().toString();

        assertThat(run(true, "diff", SAMPLE, later)).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "added clause ch5 (演示样本：保障)",
                        "changed target sample-loans (Sample: loans, balance): printed 150 → 160 ; value 150 → 160",
                        "removed task t1.m1 (Sample: a pilot)",
                        "3 differences");
        assertThat(run(false, "diff", later, SAMPLE)).isEqualTo(1);
        assertThat(said().get(4)).isEqualTo("删除 条款 ch5（演示样本：保障）");
        assertThat(said().get(5)).isEqualTo("修改 目标 sample-loans（演示样本：贷款余额）：printed 160  → 150；value 160 → 150");
        assertThat(said().get(7)).isEqualTo("共 3 处不同");
    }

    @Test
    void whatIsTheSameDoesNotDifferHoweverItIsLaidOut() {
        SamplePackage sample = SamplePackage.in(parent.resolve("same"));
        sample.edit("indicators.json", text -> text.replace("\n", "\n "));

        assertThat(run(true, "diff", SAMPLE, sample.directory().toString())).isZero();
        assertThat(run(false, "diff", "zq-fin-14fyp", "zq-fin-14fyp")).isZero();
        assertThat(said()).containsExactly("no difference", "没有不同");
        assertThat(run(true, "diff", "zq-fin-14fyp", SAMPLE)).isEqualTo(1);
        assertThat(said().get(2)).startsWith("changed plan (").contains("code zq-fin-14fyp → sample-15fyp");
    }

    @Test
    void thereIsNoDifferenceToWhatCannotBeRead() {
        assertThat(run(true, "diff", SAMPLE, parent.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(said().get(0)).endsWith("nowhere: there is no such directory");
        assertThat(said().get(1)).endsWith("nowhere: 1 fault");
    }

    @Test
    void aNewPackageIsWrittenOnceAndSaysHowMuchIsLeft() throws IOException {
        Path made = parent.resolve("plans/city-16fyp");

        assertThat(run(true, "new", "city-16fyp", "--from", SAMPLE, made.toString()))
                .isZero();
        assertThat(run(true, "check", made.toString())).isEqualTo(1);
        int left = said().size() - 3;
        assertThat(said().get(0))
                .isEqualTo(made + " is written, " + left + " places are left to write: ./finplan plan check " + made);
        assertThat(said().get(1)).startsWith("kind and nature").contains("are not taken over");
        assertThat(said().get(left + 2)).isEqualTo(made + ": " + left + " faults");
        assertThat(run(false, "new", "city-16fyp", "--from", SAMPLE, made.toString()))
                .isEqualTo(1);
        assertThat(said().get(left + 3)).isEqualTo(made + " 已经存在，没有改动");
        try (Stream<Path> beside = Files.list(made.getParent())) {
            assertThat(beside).containsExactly(made);
        }
    }

    @Test
    void aNewPackageNeedsACodeOfItsOwnAndASoundOne() {
        String made = parent.resolve("made").toString();

        assertThat(run(true, "new", "sample-15fyp", "--from", SAMPLE, made)).isEqualTo(2);
        assertThat(run(true, "new", "../city-16fyp", "--from", SAMPLE, made)).isEqualTo(2);
        assertThat(run(true, "new", "city-16fyp", "--from", parent.toString(), made))
                .isEqualTo(1);
        assertThat(said().get(0)).startsWith("sample-15fyp cannot be the code of the plan");
        assertThat(said().get(2)).isEqualTo("indicators.json: the file is missing, a package needs it");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithTheUse() {
        assertThat(run(true)).isEqualTo(2);
        assertThat(said().get(1)).isEqualTo("  ./finplan plan check DIR");
        for (String words : List.of(
                "check",
                "look here",
                "check a b",
                "diff a",
                "new a",
                "new a --from",
                "new a b c",
                "new a --from b c d")) {
            bytes.reset();
            assertThat(run(false, words.split(" "))).as(words).isEqualTo(2);
            assertThat(said().get(1)).isEqualTo("  ./finplan plan check 目录");
        }
    }

    @Test
    void theLanguageIsThatOfTheLocale() {
        assertThat(PlanCommand.isEnglish(Map.of())).isFalse();
        assertThat(PlanCommand.isEnglish(Map.of("LANG", "C.UTF-8"))).isFalse();
        assertThat(PlanCommand.isEnglish(Map.of("LANG", "en_GB.UTF-8"))).isTrue();
        assertThat(PlanCommand.isEnglish(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "zh_CN.UTF-8")))
                .isFalse();
        assertThat(PlanCommand.isEnglish(Map.of("LANG", "zh_CN", "LC_MESSAGES", "en_US", "LC_ALL", "")))
                .isTrue();
    }

    private int run(boolean english, String... words) {
        return new PlanCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8), english).run(List.of(words));
    }

    private List<String> said() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
