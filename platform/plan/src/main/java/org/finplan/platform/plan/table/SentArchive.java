package org.finplan.platform.plan.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/**
 * A plan package as a ZIP archive that a stranger sent: its files lie at the top or all in one directory. Nothing is written to
 * disk, and however much it would unpack to, no more than the limits is unpacked.
 */
final class SentArchive {

    /** Files in an archive, whatever they are; a package has no more than a dozen. */
    private static final int MOST_FILES = 100;

    /** All files together, unpacked. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** Texts of a plan are packed to a tenth, seldom to a fiftieth; beyond this something else was packed. */
    private static final int MOST_RATIO = 200;

    /** Below this a file may be packed as it likes. */
    private static final int SMALL = 1024 * 1024;

    private static final String FINDER = "__MACOSX/";

    private final byte[] zip;
    private final FaultList faults;
    private long unpacked;
    private boolean whole = true;

    SentArchive(byte[] zip, FaultList faults) {
        this.zip = zip;
        this.faults = faults;
    }

    /**
     * Reads the files, up to the first that must not be read.
     *
     * @return the bytes of each by its name without the directory
     */
    Map<String, byte[]> read() {
        Map<String, byte[]> contents = new TreeMap<>();
        List<ArchiveEntries.Listed> listed = ArchiveEntries.of(zip).orElse(List.of());
        if (listed.isEmpty()) {
            refuse(FaultKind.NOT_A_ZIP, "", List.of("ZIP"));
            return contents;
        }
        if (listed.size() > MOST_FILES) {
            refuse(FaultKind.TOO_MANY_FILES, "", List.of("1.." + MOST_FILES), listed.size());
            return contents;
        }
        if (!namesAreSound(listed)) {
            return contents;
        }
        String directory = directory(listed);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            Set<String> names = new HashSet<>();
            listed.forEach(entry -> names.add(entry.name()));
            for (ZipEntry entry = in.getNextEntry(); entry != null && whole; entry = in.getNextEntry()) {
                if (!names.remove(entry.getName())) {
                    refuse(FaultKind.NOT_A_ZIP, entry.getName(), List.of("ZIP"));
                } else if (!entry.isDirectory() && !entry.getName().startsWith(FINDER)) {
                    String name = entry.getName().substring(directory.length());
                    byte[] bytes = unpack(in, name, packed(entry.getName(), listed));
                    if (whole) {
                        contents.put(name, bytes);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            refuse(FaultKind.UNREADABLE, "", List.of("ZIP"));
        }
        return contents;
    }

    /** {@return whether all of it was read, so that a file that is not there is missing} */
    boolean isWhole() {
        return whole;
    }

    private boolean namesAreSound(List<ArchiveEntries.Listed> listed) {
        Set<String> names = new HashSet<>();
        for (ArchiveEntries.Listed entry : listed) {
            String name = entry.name();
            if (!isInside(name)) {
                refuse(FaultKind.UNSAFE_NAME, name, PlanFiles.all());
            } else if (entry.isLink()) {
                refuse(FaultKind.LINK_IN_ARCHIVE, name, List.of());
            } else if (!names.add(name)) {
                refuse(FaultKind.DUPLICATE_FILE, name, List.of());
            }
        }
        return whole;
    }

    private static boolean isInside(String name) {
        boolean absolute = name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*");
        return !absolute && !List.of(name.split("/", -1)).contains("..");
    }

    /** The directory that all files lie in, with its slash, or nothing. */
    private static String directory(List<ArchiveEntries.Listed> listed) {
        List<String> files = new ArrayList<>(listed.stream()
                .map(ArchiveEntries.Listed::name)
                .filter(name -> !name.endsWith("/") && !name.startsWith(FINDER))
                .toList());
        if (files.isEmpty()) {
            return "";
        }
        String first = files.get(0);
        String directory = first.substring(0, first.lastIndexOf('/') + 1);
        return files.stream().allMatch(name -> name.startsWith(directory)) ? directory : "";
    }

    private static long packed(String name, List<ArchiveEntries.Listed> listed) {
        return listed.stream()
                .filter(entry -> entry.name().equals(name))
                .mapToLong(ArchiveEntries.Listed::packed)
                .findFirst()
                .orElseThrow();
    }

    private byte[] unpack(ZipInputStream in, String name, long packed) throws IOException {
        int most = (int) Math.min(PlanFiles.MOST_BYTES, MOST_BYTES - unpacked);
        byte[] bytes = in.readNBytes(most + 1);
        unpacked += bytes.length;
        if (bytes.length > SMALL && bytes.length / Math.max(packed, 1) > MOST_RATIO) {
            refuse(FaultKind.TOO_COMPRESSED, name, List.of());
        } else if (bytes.length > most) {
            refuse(FaultKind.TOO_LARGE, most == PlanFiles.MOST_BYTES ? name : "", List.of(limit(most)));
        }
        return bytes;
    }

    private static String limit(int most) {
        return most == PlanFiles.MOST_BYTES ? "32 MiB" : "64 MiB";
    }

    private void refuse(FaultKind kind, String file, List<String> accepted, Object... arguments) {
        whole = false;
        faults.add(kind, file.isEmpty() ? "zip" : file, "", accepted, arguments);
    }
}
