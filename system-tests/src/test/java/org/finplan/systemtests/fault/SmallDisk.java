package org.finplan.systemtests.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of 1.5 GB of its own, which a file of the test can fill to the last byte. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "1500m";

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** {@return whether this user may mount one} */
    static boolean available() {
        return run("id", "-u").equals("0") && Files.isExecutable(Path.of("/bin/mount"));
    }

    static SmallDisk mount(Path directory) throws IOException {
        Files.createDirectories(directory);
        run("umount", directory.toString());
        String failure = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "finplan-faults", directory.toString());
        if (!failure.isEmpty()) {
            throw new IOException("cannot mount: " + failure);
        }
        return new SmallDisk(directory);
    }

    Path path() {
        return mount;
    }

    /** Leaves that many bytes free, as the superuser of the system sees them. */
    void fillUpTo(long left) throws IOException {
        long size = Files.getFileStore(mount).getUsableSpace() - left;
        String failure = run(
                "fallocate", "-l", Long.toString(size), mount.resolve("filler").toString());
        if (!failure.isEmpty()) {
            throw new IOException("cannot fill: " + failure);
        }
    }

    /** Fills what is left, whatever the programs do meanwhile. */
    void fillWhole() {
        run("dd", "if=/dev/zero", "of=" + mount.resolve("rest"), "bs=64k");
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(mount.resolve("filler"));
        Files.deleteIfExists(mount.resolve("rest"));
    }

    /** Runs a command; what it printed counts as its failure. */
    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", mount.toString());
    }
}
