package org.finplan.risk.network.fact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.Utf8;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Reads facts of one kind from a table: a row for each, a column for each field, {@code source} and {@code reason} beside them. */
final class FactTable {

    static final String SOURCE = "source";
    static final String REASON = "reason";
    static final int MOST_ROWS = 10_000;

    private FactTable() {}

    /**
     * A row.
     *
     * @param number its number in the table, the header being 1
     * @param cells its cells by column, without empty ones
     */
    record Row(int number, Map<String, String> cells) {

        String place(String column) {
            return "row " + number + ", column " + column;
        }

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>(cells);
            fields.remove(SOURCE);
            fields.remove(REASON);
            return fields;
        }
    }

    static List<Row> read(byte[] body, FactKind kind) {
        if (Utf8.firstFault(body).isPresent()) {
            throw malformed("", "UTF-8");
        }
        List<List<String>> lines = lines(new String(body, StandardCharsets.UTF_8));
        if (lines.isEmpty()) {
            throw malformed("row 1", String.join(", ", kind.needed()));
        }
        List<String> header = lines.get(0).stream().map(String::strip).toList();
        check(header, kind);
        if (lines.size() - 1 > MOST_ROWS) {
            throw ProblemException.at(
                    FactError.TOO_LARGE, "", Integer.toString(lines.size() - 1), List.of("1.." + MOST_ROWS));
        }
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            Map<String, String> cells = cells(header, lines.get(line), line + 1);
            if (!cells.isEmpty()) {
                rows.add(new Row(line + 1, cells));
            }
        }
        return rows;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            records.forEach(line -> lines.add(line.getFields()));
        } catch (CsvParseException wrong) {
            throw malformed("", "RFC 4180");
        } catch (IOException noFile) {
            throw new UncheckedIOException("a text in memory cannot be unreadable", noFile);
        }
        return lines;
    }

    private static void check(List<String> header, FactKind kind) {
        List<String> accepted = new ArrayList<>(kind.needed());
        accepted.addAll(kind.possible());
        accepted.addAll(List.of(SOURCE, REASON));
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!accepted.contains(column) || !seen.add(column)) {
                throw malformed("row 1, column " + column, String.join(", ", accepted));
            }
        }
        List<String> needed = new ArrayList<>(kind.needed());
        needed.add(SOURCE);
        for (String column : needed) {
            if (!seen.contains(column)) {
                throw malformed("row 1, column " + column, column);
            }
        }
    }

    private static Map<String, String> cells(List<String> header, List<String> line, int number) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String cell = line.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= header.size()) {
                throw malformed("row " + number + ", column " + (i + 1), "1.." + header.size());
            }
            cells.put(header.get(i), cell);
        }
        return cells;
    }

    private static ProblemException malformed(String place, String accepted) {
        FactError code = FactError.MALFORMED_TABLE;
        LocalizedText text = new LocalizedText(
                code.title().zh() + "：" + place + "；应为 " + accepted + "。",
                code.title().en() + ": " + place + "; expected " + accepted + ".");
        return new ProblemException(
                code,
                text,
                List.of(new ProblemError(place, null, code.code(), code.title(), List.of(accepted.split(", ")))));
    }
}
