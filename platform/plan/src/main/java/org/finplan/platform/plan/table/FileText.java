package org.finplan.platform.plan.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/** The text of a file: UTF-8, with or without a byte order mark. Any other encoding is refused by its name. */
final class FileText {

    private static final List<String> ACCEPTED = List.of("UTF-8");

    private FileText() {}

    static Optional<String> of(String file, byte[] bytes, FaultList faults) {
        String other = wideEncoding(bytes);
        if (other != null) {
            faults.add(FaultKind.WRONG_ENCODING, file, "", ACCEPTED, other);
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        out.flip();
        if (result.isError()) {
            boolean chinese = decodes(bytes, Charset.forName("GB18030"));
            FaultKind kind = chinese ? FaultKind.WRONG_ENCODING : FaultKind.NOT_UTF_8;
            faults.add(kind, file, position(out), ACCEPTED, "GB18030 (GBK)");
            return Optional.empty();
        }
        String text = out.toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Encodings of two or four bytes show at the start: by their mark, or by the zeros beside ASCII. */
    private static String wideEncoding(byte[] bytes) {
        int first = at(bytes, 0);
        int second = at(bytes, 1);
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            return "UTF-16";
        }
        if (first == 0 && second == 0) {
            return "UTF-32";
        }
        return first == 0 || second == 0 ? "UTF-16" : null;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? Byte.toUnsignedInt(bytes[index]) : -1;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Where the text that could be read ends. */
    private static String position(CharSequence read) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < read.length(); i++) {
            if (read.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return "line " + line + ", column " + column;
    }
}
