package org.finplan.platform.plan;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.period.Period;

/** Reads the CSV file of published figures. */
final class PublishedFigureReader {

    private PublishedFigureReader() {}

    static List<PublishedFigure> read(PlanFiles files) {
        List<PublishedFigure> figures = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new ByteArrayInputStream(files.get(PlanFiles.PUBLISHED)))) {
            for (NamedCsvRecord row : rows) {
                figures.add(figure(files, figures.size() + 1, row));
            }
        } catch (IOException unreadable) {
            throw new PlanPackageException(
                    "plan package " + files.code() + ": cannot read published figures", unreadable);
        }
        return List.copyOf(figures);
    }

    private static PublishedFigure figure(PlanFiles files, int number, NamedCsvRecord row) {
        String period = row.getField("period");
        String value = row.getField("value");
        try {
            return new PublishedFigure(
                    number,
                    row.getField("series"),
                    row.getField("kind"),
                    row.getField("region"),
                    Period.parse(period),
                    new BigDecimal(value),
                    row.getField("unit"),
                    row.getField("status"),
                    row.getField("source_quality"),
                    row.getField("source_title"));
        } catch (DateTimeException | NumberFormatException malformed) {
            throw new PlanPackageException(
                    "plan package " + files.code() + ": " + PlanFiles.PUBLISHED + " row " + number
                            + " has a malformed period or value: " + period + ", " + value,
                    malformed);
        }
    }
}
