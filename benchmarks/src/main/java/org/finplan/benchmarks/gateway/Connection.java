package org.finplan.benchmarks.gateway;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept HTTP/1.1 connection over a plain socket: so little code that it does not slow down what it measures. */
public final class Connection implements AutoCloseable {

    private static final int PIECE = 65_536;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LINE_END = 2;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[PIECE];
    /** What is read and not taken yet. */
    private int next;

    private int limit;

    /**
     * Connects.
     *
     * @param port on this machine
     * @throws IOException when nobody listens there
     */
    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /**
     * The bytes of a request's head.
     *
     * @param method HTTP method
     * @param path of the request
     * @param token the caller's
     * @param length of the body, 0 for none
     * @return what to send
     */
    public static byte[] head(String method, String path, String token, long length) {
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n"
                        + (length > 0 ? "Content-Length: " + length + "\r\n" : "") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request without a body and reads the answer to its end.
     *
     * @param head of the request
     * @return length of the answer's body
     * @throws IOException when the answer is not 200, or has neither a length nor chunks
     */
    public long exchange(byte[] head) throws IOException {
        out.write(head);
        return answer();
    }

    /**
     * Sends a request with a body of zeros.
     *
     * @param head of the request
     * @param length of the body
     * @return length of the answer's body
     * @throws IOException when the answer is not 200, or has neither a length nor chunks
     */
    long upload(byte[] head, long length) throws IOException {
        out.write(head);
        byte[] zeros = new byte[PIECE];
        for (long sent = 0; sent < length; sent += PIECE) {
            out.write(zeros, 0, (int) Math.min(PIECE, length - sent));
        }
        return answer();
    }

    /**
     * Sends a request without a body and keeps the answer.
     *
     * @param head of the request
     * @return the answer's body
     * @throws IOException when the answer is not 200, or has neither a length nor chunks
     */
    public byte[] read(byte[] head) throws IOException {
        out.write(head);
        ByteArrayOutputStream body = new ByteArrayOutputStream(PIECE);
        answer(body);
        return body.toByteArray();
    }

    private long answer() throws IOException {
        return answer(OutputStream.nullOutputStream());
    }

    private long answer(OutputStream kept) throws IOException {
        int filled = 0;
        int end = -1;
        while (end < 0) {
            int read = in.read(buffer, filled, PIECE - filled);
            if (read <= 0) {
                throw new EOFException("the connection ended before the answer");
            }
            end = AnswerHead.end(buffer, filled, filled + read);
            filled += read;
        }
        AnswerHead head = new AnswerHead(buffer, end);
        next = end;
        limit = filled;
        if (head.chunked()) {
            return chunks(kept);
        }
        long length = head.length();
        copy(length, kept);
        return length;
    }

    private long chunks(OutputStream kept) throws IOException {
        long whole = 0;
        for (long chunk = chunkLength(); chunk > 0; chunk = chunkLength()) {
            copy(chunk, kept);
            whole += chunk;
            copy(LINE_END, OutputStream.nullOutputStream());
        }
        copy(LINE_END, OutputStream.nullOutputStream());
        return whole;
    }

    private long chunkLength() throws IOException {
        long length = 0;
        for (int digit = Character.digit(octet(), 16); digit >= 0; digit = Character.digit(octet(), 16)) {
            length = 16 * length + digit;
        }
        if (octet() != '\n') {
            throw new IOException("a chunk with an extension");
        }
        return length;
    }

    private byte octet() throws IOException {
        fill();
        return buffer[next++];
    }

    private void copy(long length, OutputStream kept) throws IOException {
        for (long left = length; left > 0; ) {
            fill();
            int piece = (int) Math.min(left, limit - next);
            kept.write(buffer, next, piece);
            next += piece;
            left -= piece;
        }
    }

    private void fill() throws IOException {
        if (next == limit) {
            next = 0;
            limit = in.read(buffer, 0, PIECE);
            if (limit <= 0) {
                throw new EOFException("the connection ended within the answer");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
