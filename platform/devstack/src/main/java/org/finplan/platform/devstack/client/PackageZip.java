package org.finplan.platform.devstack.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plan package as it is published. */
public final class PackageZip {

    private PackageZip() {}

    /**
     * Packs a package.
     *
     * @param directory its directory; what is neither JSON nor CSV is left out
     * @param change what is different in the text of each file
     * @return a ZIP archive of its files
     */
    public static byte[] of(Path directory, UnaryOperator<String> change) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Stream<Path> found = Files.list(directory);
                ZipOutputStream zip = new ZipOutputStream(packed)) {
            List<Path> files = found.filter(PackageZip::isPart).sorted().toList();
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(change.apply(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return packed.toByteArray();
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") || name.endsWith(".csv");
    }
}
