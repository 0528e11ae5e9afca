package org.finplan.platform.planversion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.finplan.platform.plan.table.PlanFiles;

/** The files of a package as one zip, and that in pieces that fit a message. */
public final class PackageArchive {

    /** Most bytes of a piece; in Base64 a third more, well below the megabyte that Kafka takes. */
    static final int PIECE = 256 * 1024;

    private static final int MOST_BYTES_OF_A_FILE = 32 * 1024 * 1024;

    private PackageArchive() {}

    /**
     * Packs files.
     *
     * @param files the files
     * @return a zip, the same for the same files
     */
    public static byte[] pack(PlanFiles files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files.contents()).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    /**
     * Unpacks what was {@linkplain #pack packed}.
     *
     * @param archive the zip
     * @return the bytes of each file by its name
     * @throws UncheckedIOException when this is no such zip
     */
    public static Map<String, byte[]> unpack(byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readNBytes(MOST_BYTES_OF_A_FILE + 1));
                if (files.size() > PlanFiles.all().size()) {
                    throw new IOException("more files than a package has");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /**
     * Cuts an archive.
     *
     * @param archive the zip
     * @return its pieces in order, at least one
     */
    public static List<byte[]> pieces(byte[] archive) {
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < archive.length; start += PIECE) {
            pieces.add(Arrays.copyOfRange(archive, start, Math.min(archive.length, start + PIECE)));
        }
        return pieces;
    }

    /**
     * Puts an archive together.
     *
     * @param pieces its pieces in order
     * @return the zip
     */
    public static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        pieces.forEach(archive::writeBytes);
        return archive.toByteArray();
    }
}
