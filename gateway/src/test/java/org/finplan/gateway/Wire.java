package org.finplan.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by hand, for what no client library would send or see: octet by octet, and whether the gateway hung up. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private Wire() {}

    /**
     * What came back.
     *
     * @param text all octets
     * @param closed whether the gateway closed the connection
     */
    record Reply(String text, boolean closed) {

        /** {@return status of the first answer, 0 when there is none} */
        int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        /** {@return how many answers there are} */
        int answers() {
            return text.split("HTTP/1\\.[01] \\d{3} ", -1).length - 1;
        }
    }

    /** Sends octets and reads until the gateway hangs up or is silent for long. */
    static Reply send(URI base, String octets) {
        return send(base, "127.0.0.1", octets);
    }

    /** Likewise, from another address of the loopback network. */
    static Reply send(URI base, String from, String octets) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(base.getHost(), base.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            boolean closed = exchange(socket, octets, received);
            return new Reply(received.toString(StandardCharsets.UTF_8), closed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exchange(Socket socket, String octets, ByteArrayOutputStream received) throws IOException {
        try {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.write(buffer, 0, read);
            }
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /**
     * Sends a request and reads one answer.
     *
     * @param base of the gateway
     * @param request head and body, lines ended by CRLF
     * @return head and body of the answer
     */
    static String firstAnswer(URI base, String request) {
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
