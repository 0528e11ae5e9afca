package org.finplan.platform.plan.table;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a ZIP archive lists at its end (the central directory of APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16). It says what the
 * headers before the files do not: which entries are links. Archives of more than 65,535 entries or 4 GiB (ZIP64) are none.
 */
final class ArchiveEntries {

    private static final int END_OF_LIST = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LENGTH_OF_END = 22;
    private static final int LONGEST_REMARK = 0xFFFF;
    private static final int UNIX_TYPE = 0xF000;
    private static final int UNIX_LINK = 0xA000;

    private ArchiveEntries() {}

    /**
     * An entry.
     *
     * @param name its name
     * @param packed its bytes in the archive
     * @param isLink whether it is a symbolic link
     */
    record Listed(String name, long packed, boolean isLink) {}

    /**
     * Reads the list.
     *
     * @param zip the archive
     * @return its entries, empty when this is no ZIP archive
     */
    static Optional<List<Listed>> of(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = zip.length - LENGTH_OF_END;
                end >= Math.max(0, zip.length - LENGTH_OF_END - LONGEST_REMARK);
                end--) {
            if (in.getInt(end) == END_OF_LIST) {
                return listed(in, in.getShort(end + 10) & 0xFFFF, in.getInt(end + 16));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Listed>> listed(ByteBuffer in, int count, int start) {
        List<Listed> entries = new ArrayList<>();
        try {
            in.position(start);
            for (int i = 0; i < count; i++) {
                entries.add(next(in));
            }
            return Optional.of(entries);
        } catch (BufferUnderflowException | IllegalArgumentException noList) {
            return Optional.empty();
        }
    }

    private static Listed next(ByteBuffer in) {
        if (in.getInt() != ENTRY) {
            throw new IllegalArgumentException("no entry");
        }
        skip(in, 16);
        long packed = in.getInt() & 0xFFFFFFFFL;
        skip(in, 4);
        byte[] name = new byte[in.getShort() & 0xFFFF];
        int rest = (in.getShort() & 0xFFFF) + (in.getShort() & 0xFFFF);
        skip(in, 4);
        int mode = in.getInt() >>> 16;
        skip(in, 4);
        in.get(name);
        skip(in, rest);
        return new Listed(new String(name, StandardCharsets.UTF_8), packed, (mode & UNIX_TYPE) == UNIX_LINK);
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
