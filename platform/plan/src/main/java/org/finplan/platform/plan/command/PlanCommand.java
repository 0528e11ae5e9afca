package org.finplan.platform.plan.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.check.TargetWarnings;
import org.finplan.platform.plan.difference.PlanChange;
import org.finplan.platform.plan.difference.PlanDifference;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.reading.PlanPackages;

/**
 * {@code ./finplan plan check DIR}: everything that is wrong with a plan package, or that nothing is; {@code diff A B}: what
 * differs between two; {@code new CODE --from PLAN [DIR]}: the directory of a package to write.
 */
public final class PlanCommand {

    private static final int DONE = 0;
    private static final int NOT_SO = 1;
    private static final int MISUSED = 2;
    private static final int WORDS_OF_NEW = 4;

    private final PrintStream out;
    private final boolean english;

    PlanCommand(PrintStream out, boolean english) {
        this.out = out;
        this.english = english;
    }

    /**
     * Does what was typed and ends the process: 0 sound, equal or written; 1 something is wrong, different or not written;
     * 2 not understood, or nothing to compare.
     *
     * @param words {@code check}, {@code diff} or {@code new}, and what they take
     */
    public static void main(String... words) {
        // Whatever the terminal's locale, a Chinese text stays one.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new PlanCommand(out, isEnglish(System.getenv())).run(List.of(words)));
    }

    /** English where the locale of messages is; everything else reads Chinese, as the suite does. */
    static boolean isEnglish(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .filter(locale -> locale.startsWith("en"))
                .isPresent();
    }

    int run(List<String> words) {
        if (words.stream().anyMatch(String::isBlank)) {
            return misused();
        }
        String command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("check") && words.size() == 2) {
            return check(words.get(1));
        }
        if (command.equals("diff") && words.size() == 3) {
            return diff(words.get(1), words.get(2));
        }
        boolean fromOne = words.size() >= WORDS_OF_NEW && words.get(2).equals("--from");
        if (command.equals("new") && fromOne && words.size() <= WORDS_OF_NEW + 1) {
            return create(words.get(1), words.get(3), words.get(words.size() == WORDS_OF_NEW ? 1 : WORDS_OF_NEW));
        }
        return misused();
    }

    private int misused() {
        say("""
                用法：
                  ./finplan plan check 目录
                  ./finplan plan diff 规划 规划              目录，或随系统提供的规划代码
                  ./finplan plan new 代码 --from 规划 [目录]""", """
                usage:
                  ./finplan plan check DIR
                  ./finplan plan diff PLAN PLAN            a directory, or the code of a plan that comes with the suite
                  ./finplan plan new CODE --from PLAN [DIR]""");
        return MISUSED;
    }

    private int check(String directory) {
        try {
            PlanPackage read = PlanPackages.in(Path.of(directory));
            TargetWarnings.of(read)
                    .forEach(warning -> out.println((english ? "warning: " : "提示：") + warning.line(english)));
            sound(read);
            return DONE;
        } catch (PlanPackageException unusable) {
            faults(unusable);
            return NOT_SO;
        }
    }

    private int diff(String before, String after) {
        List<PlanChange> changes;
        try {
            changes = PlanDifference.between(read(before), read(after));
        } catch (PlanPackageException unusable) {
            faults(unusable);
            return MISUSED;
        }
        changes.forEach(change -> out.println(ChangeLine.of(change, english)));
        if (changes.isEmpty()) {
            say("没有不同", "no difference");
            return DONE;
        }
        say(
                "共 %d 处不同".formatted(changes.size()),
                "%d %s".formatted(changes.size(), changes.size() == 1 ? "difference" : "differences"));
        return NOT_SO;
    }

    private int create(String code, String from, String directory) {
        Path target = Path.of(directory).toAbsolutePath().normalize();
        try {
            NewPackage.of(code, PlanPackages.tables(from)).write(target);
        } catch (PlanPackageException unusable) {
            faults(unusable);
            return NOT_SO;
        } catch (IllegalArgumentException noCode) {
            say(
                    "%s 不能作规划代码（可用：小写字母开头，小写字母、数字和连字符，与来源不同）".formatted(code),
                    "%s cannot be the code of the plan (accepted: a small letter, then small letters, digits and hyphens; another one than that it comes from)"
                            .formatted(code));
            return MISUSED;
        } catch (IOException notWritten) {
            say(
                    Files.exists(target) ? "%s 已经存在，没有改动".formatted(directory) : "%s 没有写成：不能写入".formatted(directory),
                    Files.exists(target)
                            ? "%s is there already and was not touched".formatted(directory)
                            : "%s is not written: this is no place to write".formatted(directory));
            return NOT_SO;
        }
        int left = faultsOf(target);
        say(
                "已写入 %s，还有 %d 处要写：./finplan plan check %s".formatted(directory, left, directory),
                "%s is written, %d places are left to write: ./finplan plan check %s"
                        .formatted(directory, left, directory));
        say(
                "目标的种类（kind）和性质（nature、table_nature）没有沿用，检查也不会提示：请一并写明",
                "kind and nature (nature, table_nature) of targets are not taken over, and no check asks for them: write them too");
        return DONE;
    }

    private static int faultsOf(Path directory) {
        try {
            PlanPackages.in(directory);
            return 0;
        } catch (PlanPackageException unfinished) {
            return unfinished.faults().size();
        }
    }

    private static PlanPackage read(String plan) {
        return PlanPackages.isBundled(plan) ? PlanPackages.bundled(plan) : PlanPackages.in(Path.of(plan));
    }

    private void faults(PlanPackageException unusable) {
        int faults = unusable.faults().size();
        unusable.faults().forEach(fault -> out.println(fault.line(english)));
        say(
                "%s：共 %d 处问题".formatted(unusable.source(), faults),
                "%s: %d %s".formatted(unusable.source(), faults, faults == 1 ? "fault" : "faults"));
    }

    private void sound(PlanPackage read) {
        int figures = read.facts().size() + read.published().size();
        String form = english
                ? "%s is sound: %d indicators, %d task nodes, %d regions, %d figures"
                : "%s 无误：%d 项指标，%d 个任务节点，%d 个地区，%d 个数字";
        out.println(form.formatted(
                read.plan().code(),
                read.indicators().size(),
                read.tasks().size(),
                read.regions().size(),
                figures));
    }

    private void say(String zh, String en) {
        out.println(english ? en : zh);
    }
}
