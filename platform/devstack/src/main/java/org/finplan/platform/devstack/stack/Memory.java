package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory as the kernel counts it. Pages that processes share are counted for each of them. */
final class Memory {

    private Memory() {}

    /** {@return the sum over a process and all that it started, in MiB; empty where there is no {@code /proc}} */
    static OptionalLong ofTree(ProcessHandle root) {
        long kib = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(Memory::residentKib)
                .sum();
        return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib / 1024);
    }

    private static long residentKib(ProcessHandle handle) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(handle.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
