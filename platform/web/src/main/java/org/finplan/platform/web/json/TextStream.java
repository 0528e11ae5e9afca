package org.finplan.platform.web.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.finplan.platform.http.Utf8Check;

/** Lets a text through while it comes, and ends where it is none: a JSON reader would make a text of bytes that are none. */
final class TextStream extends FilterInputStream {

    private final Utf8Check check = new Utf8Check();

    TextStream(InputStream in) {
        super(in);
    }

    /** {@return place of the first byte that is no text, as far as was read} */
    OptionalLong fault() {
        return check.fault();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            check.end();
        } else {
            check.take(bytes, offset, read);
        }
        if (check.fault().isPresent()) {
            throw new IOException("no text at byte " + check.fault().getAsLong());
        }
        return read;
    }
}
