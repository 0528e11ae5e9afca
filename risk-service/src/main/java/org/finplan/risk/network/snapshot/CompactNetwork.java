package org.finplan.risk.network.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Firms and edges as a network's row keeps them: column after column, numbers as short as they are (seven bits a byte, the lowest first),
 * deflated. The database would need seconds to make half a million numbers of text, and of text as many numbers.
 *
 * <p>Layout: 1 (version); then deflated: number of firms, their ids, equity, weight, externalAssets, externalDebt; number of edges, their
 * tails (each less the one before), heads, amounts, contracts, shares, first days, last days.
 */
final class CompactNetwork {

    private static final int VERSION = 1;
    private static final int ROOM = 65_536;
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;
    private static final int LOWEST = 0x7F;

    private CompactNetwork() {}

    static byte[] write(FirmColumns firms, EdgeColumns edges) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROOM);
        bytes.write(VERSION);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, ROOM), ROOM))) {
            number(out, firms.size());
            texts(out, firms.id);
            decimals(out, firms.equity);
            decimals(out, firms.weight);
            decimals(out, firms.externalAssets);
            decimals(out, firms.externalDebt);
            number(out, edges.size());
            int before = 0;
            for (int row = 0; row < edges.size(); row++) {
                signed(out, edges.from.get(row) - (long) before);
                before = edges.from.get(row);
            }
            for (int row = 0; row < edges.size(); row++) {
                number(out, edges.to.get(row));
            }
            decimals(out, edges.amount);
            texts(out, edges.contract);
            decimals(out, edges.share);
            days(out, edges.since, edges.size());
            days(out, edges.until, edges.size());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void texts(DataOutputStream out, TextColumn texts) throws IOException {
        out.writeBoolean(texts.isEmpty());
        for (int row = 0; !texts.isEmpty() && row < texts.size(); row++) {
            byte[] text = texts.get(row).getBytes(StandardCharsets.UTF_8);
            number(out, text.length);
            out.write(text);
        }
    }

    private static void decimals(DataOutputStream out, DecimalColumn decimals) throws IOException {
        out.writeBoolean(decimals.isEmpty());
        for (int row = 0; !decimals.isEmpty() && row < decimals.size(); row++) {
            byte scale = decimals.scale(row);
            out.writeByte(scale);
            if (scale == DecimalColumn.LARGE) {
                BigDecimal large = decimals.get(row);
                byte[] digits = large.unscaledValue().toByteArray();
                signed(out, large.scale());
                number(out, digits.length);
                out.write(digits);
            } else if (scale != DecimalColumn.NONE) {
                signed(out, decimals.unscaled(row));
            }
        }
    }

    private static void days(DataOutputStream out, DayColumn days, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            int day = days.number(row);
            // Two numbers to a day, so that 0 is left for none.
            number(out, day == DayColumn.NONE ? 0 : 1 + folded(day));
        }
    }

    private static void signed(DataOutputStream out, long number) throws IOException {
        number(out, folded(number));
    }

    /** Numbers below zero between the others, so that short ones stay short. */
    private static long folded(long number) {
        return (number << 1) ^ (number >> (Long.SIZE - 1));
    }

    private static long unfolded(long number) {
        return (number >>> 1) ^ -(number & 1);
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        long left = number;
        while (left >>> SEVEN != 0) {
            out.writeByte((int) left | MORE);
            left >>>= SEVEN;
        }
        out.writeByte((int) left);
    }

    /**
     * What was read.
     *
     * @param firms the firms
     * @param edges the edges
     */
    record Columns(FirmColumns firms, EdgeColumns edges) {}

    static Columns read(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IllegalStateException("a network in a form that is not known");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1)), ROOM))) {
            int size = (int) number(in);
            FirmColumns firms = new FirmColumns(
                    texts(in, size), decimals(in, size), decimals(in, size), decimals(in, size), decimals(in, size));
            return new Columns(firms, edges(in));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static EdgeColumns edges(DataInputStream in) throws IOException {
        int size = (int) number(in);
        int[] from = new int[size];
        int[] to = new int[size];
        int before = 0;
        for (int row = 0; row < size; row++) {
            before += (int) unfolded(number(in));
            from[row] = before;
        }
        for (int row = 0; row < size; row++) {
            to[row] = (int) number(in);
        }
        return new EdgeColumns(
                IntColumn.of(from),
                IntColumn.of(to),
                decimals(in, size),
                texts(in, size),
                decimals(in, size),
                days(in, size),
                days(in, size));
    }

    private static TextColumn texts(DataInputStream in, int size) throws IOException {
        TextColumn texts = new TextColumn();
        boolean empty = in.readBoolean();
        for (int row = 0; row < size; row++) {
            texts.add(empty ? "" : new String(in.readNBytes((int) number(in)), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static DecimalColumn decimals(DataInputStream in, int size) throws IOException {
        DecimalColumn decimals = new DecimalColumn();
        boolean empty = in.readBoolean();
        for (int row = 0; row < size; row++) {
            byte scale = empty ? DecimalColumn.NONE : in.readByte();
            if (scale == DecimalColumn.NONE) {
                decimals.addNone();
            } else if (scale == DecimalColumn.LARGE) {
                int places = (int) unfolded(number(in));
                decimals.add(new BigDecimal(new BigInteger(in.readNBytes((int) number(in))), places));
            } else {
                decimals.add(unfolded(number(in)), scale);
            }
        }
        return decimals;
    }

    private static DayColumn days(DataInputStream in, int size) throws IOException {
        DayColumn days = new DayColumn();
        for (int row = 0; row < size; row++) {
            long day = number(in);
            days.addNumber(day == 0 ? DayColumn.NONE : (int) unfolded(day - 1));
        }
        return days;
    }

    private static long number(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += SEVEN) {
            byte next = in.readByte();
            number |= (long) (next & LOWEST) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
