package org.finplan.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The migrations of the service under test. */
record Migrations(List<String> scripts) {

    private static final String DIRECTORY = "db/migration";

    /** A partition is no table of its own; {@code %I} stands for a name that a function fills in. */
    private static final Pattern CREATED = Pattern.compile(
            "\\bCREATE\\s+(?:UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?+(?:public\\.)?+(\\w+)"
                    + "(?!\\s+PARTITION\\s+OF)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DROPPED = Pattern.compile(
            "\\bDROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?+(?:public\\.)?+(\\w+)", Pattern.CASE_INSENSITIVE);

    static Migrations onTheClassPath() {
        URL directory = Thread.currentThread().getContextClassLoader().getResource(DIRECTORY);
        if (directory == null) {
            throw new AssertionError("there is no " + DIRECTORY + " on the class path");
        }
        try (Stream<Path> files = Files.list(Path.of(uri(directory)))) {
            return new Migrations(files.filter(file -> file.toString().endsWith(".sql"))
                    .map(Migrations::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the tables that are there when all have run} */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        scripts.forEach(script -> tables.addAll(names(CREATED, script)));
        scripts.forEach(script -> tables.removeAll(names(DROPPED, script)));
        return tables;
    }

    private static Set<String> names(Pattern pattern, String script) {
        Set<String> names = new TreeSet<>();
        Matcher found = pattern.matcher(script);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
