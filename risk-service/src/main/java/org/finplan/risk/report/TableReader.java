package org.finplan.risk.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.Utf8;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.report.ReportRequest.ReportedValue;
import org.finplan.risk.report.schema.MetricSchemas;

/**
 * Reads reports from a table: a row for each institution and period, a column for each metric, {@code net-assets} in the unit of
 * its schema or {@code net-assets:CNY_10K} in another. An empty cell says nothing.
 */
@Provider
@Consumes(TableReader.MEDIA_TYPE)
class TableReader implements MessageBodyReader<ReportRequest> {

    /** The media type of a table. */
    static final String MEDIA_TYPE = "text/csv";

    /** A table of one row. */
    static final String EXAMPLE =
            "institution,period,total-assets,total-liabilities,net-assets:CNY_10K\n91441200MA0000001U,2026-06,52000000,20000000,3200\n";

    private static final List<String> NEEDED = List.of("institution", "period");
    private static final List<String> POSSIBLE = List.of("reason", "source");
    private static final int MOST_PLACES = 20;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,38}(?:\\.[0-9]{1,18})?");

    private final MetricSchemas schemas;

    TableReader(MetricSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ReportRequest.class;
    }

    @Override
    public ReportRequest readFrom(
            Class<ReportRequest> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body.readAllBytes());
    }

    ReportRequest read(byte[] body) {
        if (Utf8.firstFault(body).isPresent()) {
            throw malformed("", "UTF-8");
        }
        List<List<String>> rows = rows(new String(body, StandardCharsets.UTF_8));
        if (rows.isEmpty()) {
            throw malformed("row 1", String.join(", ", NEEDED));
        }
        List<String> header = rows.get(0).stream().map(String::strip).toList();
        check(header);
        checkCells(header.size(), rows);
        return new ReportRequest(
                rows.stream().skip(1).map(fields -> item(header, fields)).toList());
    }

    /** Empty rows at the end are none: spreadsheets leave them. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            records.forEach(row -> rows.add(row.getFields()));
        } catch (CsvParseException wrong) {
            throw malformed("", "RFC 4180");
        } catch (IOException noFile) {
            throw new UncheckedIOException("a text in memory cannot be unreadable", noFile);
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).stream().allMatch(String::isBlank)) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private void check(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            String name = name(column);
            boolean known = NEEDED.contains(name) || POSSIBLE.contains(name) || schemas.knows(name);
            if (!known || !seen.add(name)) {
                List<String> accepted = Stream.of(NEEDED, POSSIBLE, List.of("<metric>", "<metric>:<unit>"))
                        .flatMap(List::stream)
                        .toList();
                throw malformed("row 1, column " + column, String.join(", ", accepted));
            }
        }
        for (String needed : NEEDED) {
            if (!seen.contains(needed)) {
                throw malformed("row 1, column " + needed, needed);
            }
        }
    }

    /** A cell that no column stands over would be lost; an empty one says nothing. */
    private static void checkCells(int columns, List<List<String>> rows) {
        List<String> places = new ArrayList<>();
        for (int row = 1; row < rows.size() && places.size() < MOST_PLACES; row++) {
            List<String> fields = rows.get(row);
            for (int i = columns; i < fields.size(); i++) {
                if (!fields.get(i).isBlank()) {
                    places.add("row " + (row + 1) + ", column " + (i + 1));
                }
            }
        }
        if (!places.isEmpty()) {
            throw malformed(places, "1.." + columns);
        }
    }

    private static ReportRequest.Item item(List<String> header, List<String> fields) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, ReportedValue> metrics = new LinkedHashMap<>();
        for (int i = 0; i < header.size() && i < fields.size(); i++) {
            String column = header.get(i);
            String cell = fields.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (NEEDED.contains(column) || POSSIBLE.contains(column)) {
                cells.put(column, cell);
            } else {
                int colon = column.indexOf(':');
                metrics.put(name(column), value(cell, colon < 0 ? null : column.substring(colon + 1)));
            }
        }
        return new ReportRequest.Item(
                cells.get("institution"), cells.get("period"), metrics, cells.get("reason"), cells.get("source"));
    }

    private static ReportedValue value(String cell, String unit) {
        boolean readable = DECIMAL.matcher(cell).matches();
        return new ReportedValue(readable ? new BigDecimal(cell) : null, unit, null, readable ? null : cell);
    }

    private static String name(String column) {
        int colon = column.indexOf(':');
        return colon < 0 ? column : column.substring(0, colon);
    }

    private static ProblemException malformed(String place, String accepted) {
        return malformed(List.of(place), accepted);
    }

    private static ProblemException malformed(List<String> places, String accepted) {
        ReportError code = ReportError.MALFORMED_CSV;
        LocalizedText text = new LocalizedText(
                code.title().zh() + "：" + places.get(0) + "；应为 " + accepted + "。",
                code.title().en() + ": " + places.get(0) + "; expected " + accepted + ".");
        return new ProblemException(
                code,
                text,
                places.stream()
                        .map(place -> new ProblemError(place, null, code.code(), code.title(), List.of(accepted)))
                        .toList());
    }
}
