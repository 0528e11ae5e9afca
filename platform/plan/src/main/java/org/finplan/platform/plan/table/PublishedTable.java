package org.finplan.platform.plan.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/** Reads the CSV file of published figures into rows; the header is row 1, as a spreadsheet counts. */
final class PublishedTable {

    private static final String FILE = PlanFiles.PUBLISHED;

    private final SchemaFaults schemas;
    private final FaultList faults;
    private final List<JsonTable> rows = new ArrayList<>();

    private PublishedTable(SchemaFaults schemas, FaultList faults) {
        this.schemas = schemas;
        this.faults = faults;
    }

    static List<JsonTable> read(String text, SchemaFaults schemas, FaultList faults) {
        PublishedTable table = new PublishedTable(schemas, faults);
        // Rows of another length are faults of their own and not of the reader.
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            table.read(records.iterator());
        } catch (CsvParseException malformed) {
            faults.add(FaultKind.NOT_CSV, FILE, "", List.of(), FaultList.quoted(malformed.getMessage()));
        } catch (IOException noFile) {
            throw new UncheckedIOException("a text in memory cannot be unreadable", noFile);
        }
        return table.rows;
    }

    private void read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            faults.add(FaultKind.EMPTY_FILE, FILE, "", List.of());
            return;
        }
        List<String> header = records.next().getFields();
        boolean sound = header(header);
        for (int number = 2; records.hasNext(); number++) {
            List<String> fields = records.next().getFields();
            String place = "row " + number;
            if (fields.size() != header.size()) {
                faults.add(FaultKind.ROW_LENGTH, FILE, place, List.of(), fields.size(), header.size());
            } else if (sound) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                for (int i = 0; i < fields.size(); i++) {
                    row.put(header.get(i), fields.get(i));
                }
                row(new JsonTable(FILE, place, row));
            }
        }
    }

    private void row(JsonTable row) {
        for (Map.Entry<String, JsonNode> field : row.node().properties()) {
            if (JsonFile.isBroken(field.getValue().textValue())) {
                faults.add(FaultKind.BAD_CHARACTER, row, field.getKey(), List.of());
            }
        }
        schemas.check(row);
        rows.add(row);
    }

    /** Whether the header has every column, each once, and no other. */
    private boolean header(List<String> header) {
        List<String> known = PackageSchemas.of(FILE).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        boolean sound = true;
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!known.contains(column)) {
                column(FaultKind.UNKNOWN_COLUMN, column, EditDistance.nearest(column, known.stream()));
                sound = false;
            } else if (!seen.add(column)) {
                column(FaultKind.DUPLICATE_COLUMN, column, List.of());
                sound = false;
            }
        }
        for (String column : known) {
            if (!seen.contains(column)) {
                column(FaultKind.MISSING_COLUMN, column, List.of());
                sound = false;
            }
        }
        return sound;
    }

    private void column(FaultKind kind, String column, List<String> accepted) {
        faults.add(kind, FILE, "row 1, column " + column, accepted);
    }
}
