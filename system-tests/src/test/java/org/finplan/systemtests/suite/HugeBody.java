package org.finplan.systemtests.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends a report of one gigabyte, made while it is sent, and listens for the answer meanwhile. */
final class HugeBody {

    private static final long BYTES = 1L << 30;
    private static final int CHUNK = 1 << 16;

    private HugeBody() {}

    /**
     * What came back.
     *
     * @param statusLine first line
     * @param answer headers and body
     */
    record Outcome(String statusLine, String answer) {}

    static Outcome post(Suite suite, boolean lengthAnnounced) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), suite.port())) {
            CompletableFuture<Outcome> answer = CompletableFuture.supplyAsync(() -> read(socket));
            OutputStream out = socket.getOutputStream();
            String framing = lengthAnnounced ? "Content-Length: " + BYTES : "Transfer-Encoding: chunked";
            out.write(("POST /api/v1/observations HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + suite.token("city-officer")
                            + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + framing + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            send(out, answer, !lengthAnnounced);
            return answer.get(60, TimeUnit.SECONDS);
        }
    }

    private static void send(OutputStream out, CompletableFuture<Outcome> answer, boolean chunked) {
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            for (long sent = 0; sent < BYTES && !answer.isDone(); sent += CHUNK) {
                if (chunked) {
                    out.write(size);
                }
                out.write(blanks);
                if (chunked) {
                    out.write(end);
                }
            }
        } catch (IOException e) {
            // The gateway hung up on the rest; its answer is what counts.
        }
    }

    private static Outcome read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[CHUNK];
            while (!isComplete(answer)) {
                int read = in.read(buffer);
                if (read < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            answer.append(e.getMessage());
        }
        return new Outcome(answer.toString().lines().findFirst().orElse(""), answer.toString());
    }

    /** A problem is one JSON object; the connection may stay open after it. */
    private static boolean isComplete(StringBuilder answer) {
        return answer.indexOf("\r\n\r\n") > 0 && answer.charAt(answer.length() - 1) == '}';
    }
}
