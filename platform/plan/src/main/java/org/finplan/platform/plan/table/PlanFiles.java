package org.finplan.platform.plan.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/**
 * The files of one package, read whole, so that what is parsed is what was fingerprinted.
 *
 * @param source where they come from, for people
 * @param contents the bytes of each file that is there and not empty
 */
public record PlanFiles(String source, Map<String, byte[]> contents) {

    /** The plan, its table of indicators, and their units. */
    public static final String INDICATORS = "indicators.json";
    /** Figures of the plan's text, and their series. */
    public static final String FACTS = "facts.json";
    /** Regions of the plan, and those that are only compared with. */
    public static final String REGIONS = "regions.json";
    /** Clauses of the plan's text. */
    public static final String CLAUSES = "clauses.json";
    /** The tree of tasks. */
    public static final String TASKS = "tasks.json";
    /** Bodies and documents that the plan names; optional. */
    public static final String ORGANISATIONS = "organisations.json";
    /** Information systems that the plan names; optional. */
    public static final String SYSTEMS = "systems.json";
    /** Regions, units and series beyond those of the plan; optional. */
    public static final String SUPPLEMENT = "supplement.json";
    /** What each series measures; optional. */
    public static final String MEASURES = "measures.json";
    /** Holidays and make-up working days of the years; optional. */
    public static final String WORKING_DAYS = "working-days.json";
    /** Published figures; optional. */
    static final String PUBLISHED = "published-facts.csv";
    /** Figures that are formulas of others; optional. */
    public static final String DERIVED = "derived.json";
    /** Definitions of series and the breaks between them; optional. */
    public static final String DEFINITIONS = "definitions.json";
    /** Registers that the plan asks for; optional. */
    public static final String REGISTERS = "registers.json";

    private static final List<String> REQUIRED = List.of(INDICATORS, FACTS, REGIONS, CLAUSES, TASKS);
    private static final List<String> OPTIONAL = List.of(
            ORGANISATIONS, SYSTEMS, SUPPLEMENT, MEASURES, WORKING_DAYS, PUBLISHED, DERIVED, DEFINITIONS, REGISTERS);

    /** The directory of the bundled packages, each in a directory of its plan code. */
    private static final String BUNDLED = "/org/finplan/platform/plan/";

    /** Most bytes of a file; the bundled plan needs half a megabyte. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    /**
     * Reads a package that comes with the suite.
     *
     * @param code its plan code
     * @param faults takes what is wrong with a file
     * @return the files
     */
    public static PlanFiles bundled(String code, FaultList faults) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String file : all()) {
            try (InputStream in = PlanFiles.class.getResourceAsStream(BUNDLED + code + "/" + file)) {
                if (in != null) {
                    add(contents, file, in, faults);
                }
            } catch (IOException unreadable) {
                faults.add(FaultKind.UNREADABLE, file, "", List.of());
            }
        }
        return complete(code, contents, faults);
    }

    /**
     * Reads the files of a directory.
     *
     * @param directory the directory
     * @param faults takes what is wrong with a file; the others are read all the same
     * @return the files that could be read
     */
    public static PlanFiles in(Path directory, FaultList faults) {
        String source = directory.toAbsolutePath().normalize().toString();
        Map<String, byte[]> contents = new TreeMap<>();
        try {
            Path real = directory.toRealPath();
            for (String file : present(real, faults)) {
                read(real, file, contents, faults);
            }
        } catch (IOException absent) {
            FaultKind kind = Files.exists(directory) ? FaultKind.NO_DIRECTORY : FaultKind.MISSING_DIRECTORY;
            faults.add(kind, source, "", List.of());
            return new PlanFiles(source, contents);
        }
        return complete(source, contents, faults);
    }

    /**
     * Reads the files of a ZIP archive.
     *
     * @param zip the archive, whole
     * @param source where it comes from, for people
     * @param faults takes what is wrong with the archive or a file
     * @return the files that could be read
     */
    public static PlanFiles inArchive(byte[] zip, String source, FaultList faults) {
        SentArchive archive = new SentArchive(zip, faults);
        Map<String, byte[]> contents = known(archive.read(), faults);
        return archive.isWhole() ? complete(source, contents, faults) : new PlanFiles(source, contents);
    }

    private static Map<String, byte[]> known(Map<String, byte[]> files, FaultList faults) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (all().contains(name)) {
                add(contents, name, bytes, faults);
            } else {
                unknown(name, faults);
            }
        });
        return contents;
    }

    /**
     * Takes files that were received.
     *
     * @param source where they come from, for people
     * @param received the bytes of each file by its name
     * @param faults takes what is wrong with a file; the others are taken all the same
     * @return the files
     */
    public static PlanFiles of(String source, Map<String, byte[]> received, FaultList faults) {
        return complete(source, known(received, faults), faults);
    }

    byte[] get(String file) {
        return contents.get(file);
    }

    boolean has(String file) {
        return contents.containsKey(file);
    }

    /** {@return SHA-256 of the files, hexadecimal: equal packages have equal ones} */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((file, bytes) -> {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** {@return names of all files that a package may have} */
    public static List<String> all() {
        return Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    }

    private static PlanFiles complete(String source, Map<String, byte[]> contents, FaultList faults) {
        REQUIRED.stream()
                .filter(file -> !contents.containsKey(file))
                .forEach(file -> faults.add(FaultKind.MISSING_FILE, file, "", List.of()));
        return new PlanFiles(source, contents);
    }

    /** The files of the directory that a package has; one of another name is refused, since it may be misspelt. */
    private static List<String> present(Path directory, FaultList faults) throws IOException {
        List<String> names;
        try (Stream<Path> entries = Files.list(directory)) {
            names = entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
        names.stream().filter(name -> !all().contains(name)).forEach(name -> unknown(name, faults));
        return all().stream().filter(names::contains).toList();
    }

    private static void unknown(String name, FaultList faults) {
        if (!name.startsWith(".") && (name.endsWith(".json") || name.endsWith(".csv"))) {
            faults.add(FaultKind.UNKNOWN_FILE, name, "", EditDistance.nearest(name, all().stream()));
        }
    }

    private static void read(Path directory, String file, Map<String, byte[]> contents, FaultList faults) {
        try {
            Path path = directory.resolve(file).toRealPath();
            if (!path.startsWith(directory)) {
                faults.add(FaultKind.OUTSIDE_DIRECTORY, file, "", List.of());
            } else if (!Files.isRegularFile(path)) {
                faults.add(FaultKind.NOT_A_FILE, file, "", List.of());
            } else {
                try (InputStream in = Files.newInputStream(path)) {
                    add(contents, file, in, faults);
                }
            }
        } catch (IOException unreadable) {
            faults.add(FaultKind.UNREADABLE, file, "", List.of());
        }
    }

    private static void add(Map<String, byte[]> contents, String file, InputStream in, FaultList faults)
            throws IOException {
        add(contents, file, in.readNBytes(MOST_BYTES + 1), faults);
    }

    private static void add(Map<String, byte[]> contents, String file, byte[] bytes, FaultList faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(FaultKind.TOO_LARGE, file, "", List.of("32 MiB"));
        } else if (bytes.length == 0) {
            faults.add(FaultKind.EMPTY_FILE, file, "", List.of());
        } else {
            contents.put(file, bytes);
        }
    }
}
