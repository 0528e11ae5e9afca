package org.finplan.platform.devstack.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of a program: the file that the program appends to, and beside it what was rotated out, {@code .1} the newest.
 * The program keeps its file open and knows nothing of rotation: the file is copied and cut to nothing, and what the
 * program appends next stands at its beginning. No pipe lies between, so nothing can block or end the program, whoever
 * rotates may die, and a full disk costs no more than lines.
 *
 * @param path the file that the program appends to
 */
public record LogFile(Path path) {

    private static final int TAIL_BYTES = 64 << 10;

    /** {@return bytes in the file that the program appends to, 0 when there is none} */
    public long size() {
        return path.toFile().length();
    }

    /** {@return the files there are, the oldest first} */
    public List<Path> parts() {
        List<Path> parts = new ArrayList<>();
        if (Files.exists(path)) {
            parts.add(path);
        }
        for (int i = 1; Files.exists(part(i)); i++) {
            parts.add(0, part(i));
        }
        return parts;
    }

    /**
     * Cuts the file to nothing and keeps what was in it. On a full disk it is not kept: that the log has a limit matters
     * more than what is in it. Lines that are written in the moment of the cut may be lost.
     *
     * @param files how many files there may be, the program's own included
     * @throws IOException when the files cannot be used
     */
    public void rotate(int files) throws IOException {
        for (int i = Math.max(1, files - 1); Files.exists(part(i)); i++) {
            Files.delete(part(i));
        }
        for (int i = files - 2; i >= 1; i--) {
            if (Files.exists(part(i))) {
                Files.move(part(i), part(i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (FileChannel log = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (files > 1) {
                copy(log, part(1));
            }
            log.truncate(0);
        }
    }

    private static void copy(FileChannel log, Path part) throws IOException {
        try (FileChannel copy = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long done = 0; done < log.size(); ) {
                done += log.transferTo(done, log.size() - done, copy);
            }
        } catch (IOException e) {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Copies the whole log, the oldest line first.
     *
     * @param out receives it
     * @throws IOException when a file cannot be read
     */
    public void copyTo(OutputStream out) throws IOException {
        for (Path part : parts()) {
            Files.copy(part, out);
        }
    }

    /**
     * The end of the log.
     *
     * @param count how many lines at most
     * @return the last lines, joined by line feeds
     * @throws IOException when a file cannot be read
     */
    public String lastLines(int count) throws IOException {
        List<String> lines = new ArrayList<>(tail(path));
        if (lines.size() < count && Files.exists(part(1))) {
            lines.addAll(0, tail(part(1)));
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    private static List<String> tail(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
                // The channel may give less than was asked for.
            }
            // What is no UTF-8 is shown as far as it can be: a program may die in the middle of a character.
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }

    private Path part(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }
}
