package org.finplan.platform.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    @TempDir
    Path parent;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aSoundPackageIsSaidToBeSound() {
        assertThat(run(true, "check", SamplePackage.SOURCE.toString())).isZero();
        assertThat(said()).containsExactly("sample-15fyp is sound: 3 indicators, 2 task nodes, 4 regions, 3 figures");
        assertThat(run(false, "check", SamplePackage.SOURCE.toString())).isZero();
        assertThat(said().get(1)).isEqualTo("sample-15fyp 无误：3 项指标，2 个任务节点，4 个地区，3 个数字");
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
    void whatIsNotUnderstoodIsAnsweredWithTheUse() {
        assertThat(run(true)).isEqualTo(2);
        assertThat(run(true, "check")).isEqualTo(2);
        assertThat(run(true, "look", "here")).isEqualTo(2);
        assertThat(run(false, "check", "a", "b")).isEqualTo(2);
        assertThat(said().get(0)).isEqualTo("usage: ./finplan plan check DIR");
        assertThat(said().get(3)).isEqualTo("用法：./finplan plan check 目录");
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
