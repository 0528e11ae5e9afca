package org.finplan.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by hand, for requests that no client library would send. */
final class RawHttp {

    private RawHttp() {}

    /**
     * Sends bytes and reads until the server closes or falls silent.
     *
     * @param base of the gateway
     * @param request head and body, lines ended by CRLF
     * @return all that came back
     */
    static String exchange(URI base, String request) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return readAnswer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one answer with a Content-Length, or up to the end. */
    static String readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int octet = in.read();
        while (octet >= 0) {
            head.append((char) octet);
            if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                break;
            }
            octet = in.read();
        }
        int length = contentLength(head.toString());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .map(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }
}
