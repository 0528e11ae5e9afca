package org.finplan.platform.web.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.Language;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A list as CSV (RFC 4180), for spreadsheets: a mark at the beginning tells them that it is UTF-8, the head line is in the language of the
 * reader, and no text begins like a formula. Rows are written as they come, so that a long list is never held as a whole.
 *
 * @param <T> what a row is made of
 */
public final class Sheet<T> {

    /** The media type. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final int AHEAD = 32 * 1024;
    private static final String MARK = "\uFEFF";
    /** Programs set to Chinese take the wide forms for the same. */
    private static final String FORMULA = "(?s)[=+\\-@＝＋－＠\\t\\r\\n].*";

    private static final LocalizedText YES = new LocalizedText("是", "yes");
    private static final LocalizedText NO = new LocalizedText("否", "no");

    private final List<Column<T>> columns;

    private Sheet(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    private record Column<T>(LocalizedText head, Function<? super T, ?> cell) {}

    /**
     * A sheet without columns, to be given some.
     *
     * @param row class of what a row is made of
     * @param <T> what a row is made of
     * @return the sheet
     */
    public static <T> Sheet<T> of(Class<T> row) {
        return new Sheet<>(List.of());
    }

    /**
     * The same with one column more.
     *
     * @param zh its head in Chinese
     * @param en its head in English
     * @param cell what stands there: a text, a number, which is written in plain notation with every digit, a text in both languages, a
     *     truth value, or null for nothing; anything else as it writes itself
     * @return the sheet
     */
    public Sheet<T> column(String zh, String en, Function<? super T, ?> cell) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(new LocalizedText(zh, en), cell));
        return new Sheet<>(more);
    }

    /**
     * Answers with rows. The first are written before there is an answer, so that what goes wrong with them is answered as a problem. The
     * others follow once the method that answers has ended, and open the transactions that they need themselves; when one of them fails the
     * connection is cut, so that half a list does not look like a whole one.
     *
     * @param languages {@code Accept-Language} as it was sent, or null
     * @param name name of the file in both languages, without its ending
     * @param rows the rows in their order; closed at the end
     * @return the answer, {@code text/csv}
     */
    public RestResponse<StreamingOutput> answer(@Nullable String languages, LocalizedText name, Stream<T> rows) {
        boolean english = Language.prefersEnglish(languages);
        Iterator<T> all = rows.iterator();
        String first = first(all, english);
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        StreamingOutput body = out -> {
            boolean whole = false;
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(first);
            try (rows) {
                write(all, english, text);
                whole = true;
            } finally {
                if (!whole) {
                    cut(request);
                }
            }
        };
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(body)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name, english))
                .build();
    }

    /** Cuts the connection, and waits for that: a problem behind half a list would end it as if it were whole. */
    private static void cut(ResteasyReactiveRequestContext request) {
        request.serverRequest()
                .unwrap(RoutingContext.class)
                .request()
                .connection()
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** More than the framework keeps back: what comes after it finds an answer that has begun. */
    private String first(Iterator<T> all, boolean english) {
        StringWriter text = new StringWriter();
        try {
            begin(english, text);
            CsvWriter csv = CsvWriter.builder().build(text);
            while (all.hasNext() && text.getBuffer().length() < AHEAD) {
                row(csv, all.next(), english);
                csv.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return text.toString();
    }

    /**
     * Writes.
     *
     * @param rows the rows in their order; closed at the end
     * @param english whether the words are English
     * @param out where to; flushed at the end and not closed
     * @throws IOException when it cannot be written to
     */
    public void write(Stream<T> rows, boolean english, Writer out) throws IOException {
        try (rows) {
            begin(english, out);
            write(rows.iterator(), english, out);
        }
    }

    private void begin(boolean english, Writer out) throws IOException {
        out.write(MARK);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                columns.stream().map(column -> column.head().in(english)).toList());
        csv.flush();
    }

    /** Not closed when a row fails: that would end the answer as if it were whole. */
    private void write(Iterator<T> rows, boolean english, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        while (rows.hasNext()) {
            row(csv, rows.next(), english);
        }
        csv.flush();
    }

    private void row(CsvWriter csv, T row, boolean english) {
        csv.writeRecord(columns.stream()
                .map(column -> text(column.cell().apply(row), english))
                .toList());
    }

    private static String text(@Nullable Object cell, boolean english) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }
        if (cell instanceof Boolean known) {
            return (known ? YES : NO).in(english);
        }
        return plain(cell instanceof LocalizedText text ? text.in(english) : cell.toString());
    }

    /** A spreadsheet would work out what begins like a formula. */
    private static String plain(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    /** The name in English for who cannot read the other one (RFC 6266, appendix D). */
    private static String attachment(LocalizedText name, boolean english) {
        String simple = name.en().replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded =
                URLEncoder.encode(name.in(english), StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + simple + ".csv\"; filename*=UTF-8''" + encoded + ".csv";
    }
}
