package org.finplan.platform.devstack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of its own, in memory, that can be filled to the last byte. It is mounted in a namespace of a process that
 * waits, so an ordinary user can have one too, and reached through that process's root.
 */
public final class SmallFileSystem implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Process owner;
    private final Path root;
    private final List<Path> fillers = new ArrayList<>();

    private SmallFileSystem(Process owner, Path root) {
        this.owner = owner;
        this.root = root;
    }

    /**
     * Mounts one. Where the system does not allow that, the test is skipped and says so.
     *
     * @param options size and number of inodes, in the notation of {@code mount}
     * @param mountPoint an empty directory
     * @return the file system
     */
    public static SmallFileSystem mount(String options, Path mountPoint) throws IOException {
        Process owner = new ProcessBuilder(
                        "unshare",
                        "-Urm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o \"$1\" none \"$2\" && echo mounted && read -r _",
                        "sh",
                        options,
                        mountPoint.toString())
                .redirectErrorStream(true)
                .start();
        String answer =
                new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assumeTrue("mounted".equals(answer), "no small file system: user namespaces are off here: " + answer);
        return new SmallFileSystem(owner, Path.of("/proc/" + owner.pid() + "/root" + mountPoint));
    }

    /** {@return its root directory, as any process of this user reaches it} */
    public Path root() {
        return root;
    }

    /** Takes every byte that is left. */
    public void fill() throws IOException {
        Path filler = filler();
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (root.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        }
    }

    /** Makes empty files until there can be no more. */
    public void useUpInodes() {
        try {
            while (true) {
                Files.createFile(filler());
            }
        } catch (IOException e) {
            // None is left.
        }
    }

    private Path filler() {
        Path filler = root.resolve("filler-" + fillers.size());
        fillers.add(filler);
        return filler;
    }

    /** Gives back what was taken. */
    public void makeRoom() throws IOException {
        for (Path filler : fillers) {
            Files.deleteIfExists(filler);
        }
    }

    @Override
    public void close() {
        try {
            owner.getOutputStream().close();
            owner.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
