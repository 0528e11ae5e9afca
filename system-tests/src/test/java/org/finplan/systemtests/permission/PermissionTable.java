package org.finplan.systemtests.permission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table in {@code permissions.md}. Its statuses are written by thinking about each role, never copied from an answer or
 * from the roles in the API document: where table and suite disagree, one of them is wrong and somebody must say which.
 */
final class PermissionTable {

    private static final String FILE = "permissions.md";

    private PermissionTable() {}

    static List<Row> rows() {
        List<String[]> lines = read().lines()
                .filter(line -> line.startsWith("| "))
                .map(PermissionTable::cells)
                .toList();
        List<String> heading = Arrays.asList(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String[] cells : lines.subList(1, lines.size())) {
            if (cells.length != heading.size()) {
                throw new IllegalStateException(
                        FILE + ": a row needs " + heading.size() + " cells: " + Arrays.toString(cells));
            }
            Map<Caller, Integer> expected = new EnumMap<>(Caller.class);
            for (Caller caller : Caller.values()) {
                expected.put(caller, Integer.valueOf(cells[heading.indexOf(caller.column())]));
            }
            rows.add(new Row(cells[0], cells[1].replace("`", ""), expected, cells[cells.length - 1]));
        }
        return rows;
    }

    /** {@return what a row for an operation looks like, its statuses still to be thought of} */
    static String blank(String operation, String path) {
        String statuses = Arrays.stream(Caller.values())
                .map(caller -> caller.column() + "?")
                .collect(Collectors.joining(" | "));
        return "| " + operation + " | `" + path + "` | " + statuses + " | why |";
    }

    private static String[] cells(String line) {
        String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    private static String read() {
        try (InputStream in = PermissionTable.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
