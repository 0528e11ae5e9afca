package org.finplan.systemtests.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
        String statusLine = "";
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            statusLine = in.readLine();
            for (String line = statusLine; line != null; line = in.readLine()) {
                answer.append(line).append('\n');
                if (line.startsWith("{")) {
                    break;
                }
            }
        } catch (IOException e) {
            answer.append(e.getMessage());
        }
        return new Outcome(statusLine, answer.toString());
    }
}
