package org.finplan.platform.plan.reading;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;

/** {@code ./finplan plan check DIR}: everything that is wrong with a plan package, or that nothing is. */
public final class PlanCommand {

    private static final int SOUND = 0;
    private static final int FAULTY = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final boolean english;

    PlanCommand(PrintStream out, boolean english) {
        this.out = out;
        this.english = english;
    }

    /**
     * Checks a package and ends the process: 0 sound, 1 something is wrong, 2 not understood.
     *
     * @param words {@code check} and the directory
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
        if (words.size() != 2 || !words.get(0).equals("check") || words.get(1).isBlank()) {
            say("用法：./finplan plan check 目录", "usage: ./finplan plan check DIR");
            return MISUSED;
        }
        Path directory = Path.of(words.get(1)).toAbsolutePath().normalize();
        try {
            sound(PlanPackages.in(directory));
            return SOUND;
        } catch (PlanPackageException unusable) {
            List<PackageFault> faults = unusable.faults();
            faults.forEach(fault -> out.println(fault.line(english)));
            say(
                    "%s：共 %d 处问题".formatted(directory, faults.size()),
                    "%s: %d %s".formatted(directory, faults.size(), faults.size() == 1 ? "fault" : "faults"));
            return FAULTY;
        }
    }

    private void sound(PlanPackage read) {
        say(
                "%s 无误：%d 项指标，%d 个任务节点，%d 个地区，%d 个数字"
                        .formatted(
                                read.plan().code(),
                                read.indicators().size(),
                                read.tasks().size(),
                                read.regions().size(),
                                read.facts().size() + read.published().size()),
                "%s is sound: %d indicators, %d task nodes, %d regions, %d figures"
                        .formatted(
                                read.plan().code(),
                                read.indicators().size(),
                                read.tasks().size(),
                                read.regions().size(),
                                read.facts().size() + read.published().size()));
    }

    private void say(String zh, String en) {
        out.println(english ? en : zh);
    }
}
