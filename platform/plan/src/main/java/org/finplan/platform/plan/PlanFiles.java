package org.finplan.platform.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The files of one package, read whole, so that what is parsed is what was fingerprinted. */
record PlanFiles(String code, Map<String, byte[]> contents) {

    static final String INDICATORS = "indicators.json";
    static final String FACTS = "facts.json";
    static final String REGIONS = "regions.json";
    static final String CLAUSES = "clauses.json";
    static final String TASKS = "tasks.json";
    /** Bodies and documents that the plan names; optional. */
    static final String ORGANISATIONS = "organisations.json";
    /** Information systems that the plan names; optional. */
    static final String SYSTEMS = "systems.json";
    /** Regions, units and series beyond those of the plan; optional. */
    static final String SUPPLEMENT = "supplement.json";
    /** What each series measures; optional. */
    static final String MEASURES = "measures.json";
    /** Published figures; optional. */
    static final String PUBLISHED = "published-facts.csv";
    /** Figures that are formulas of others; optional. */
    static final String DERIVED = "derived.json";

    private static final String[] REQUIRED = {INDICATORS, FACTS, REGIONS, CLAUSES, TASKS};
    private static final String[] OPTIONAL = {ORGANISATIONS, SYSTEMS, SUPPLEMENT, MEASURES, PUBLISHED, DERIVED};

    private interface Opener {
        /** Opens a file, or gives null when there is none. */
        InputStream open(String file) throws IOException;
    }

    static PlanFiles bundled(String code) {
        return read(code, file -> PlanFiles.class.getResourceAsStream(code + "/" + file));
    }

    static PlanFiles in(Path directory) {
        return read(directory.getFileName().toString(), file -> {
            Path path = directory.resolve(file);
            return Files.exists(path) ? Files.newInputStream(path) : null;
        });
    }

    byte[] get(String file) {
        return contents.get(file);
    }

    boolean has(String file) {
        return contents.containsKey(file);
    }

    String fingerprint() {
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

    private static PlanFiles read(String code, Opener opener) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String file : REQUIRED) {
            byte[] bytes = bytes(code, file, opener);
            if (bytes.length == 0) {
                throw new PlanPackageException("plan package " + code + ": " + file + " is missing or empty");
            }
            contents.put(file, bytes);
        }
        for (String file : OPTIONAL) {
            byte[] bytes = bytes(code, file, opener);
            if (bytes.length > 0) {
                contents.put(file, bytes);
            }
        }
        return new PlanFiles(code, contents);
    }

    private static byte[] bytes(String code, String file, Opener opener) {
        try (InputStream in = opener.open(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new PlanPackageException("plan package " + code + ": cannot read " + file, unreadable);
        }
    }
}
