package org.finplan.benchmarks.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A kept connection of a {@link SteadyLoad} that never waits: one request at a time, what is due meanwhile follows. */
final class SteadyConnection implements AutoCloseable {

    /** An answer of 1 KB and its head. */
    private static final int ROOM = 16_384;

    private static final int NONE = -1;

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(ROOM);
    private int running = NONE;
    private int waiting;
    private long end = NONE;

    SteadyConnection(Selector selector, int port, byte[] request) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    /**
     * Sends a request, or leaves it for when the one before it is answered.
     *
     * @param number of the request; those of a connection follow each other by the number of connections
     */
    void due(int number) throws IOException {
        if (running == NONE) {
            send(number);
        } else {
            waiting++;
        }
    }

    private void send(int number) throws IOException {
        running = number;
        request.flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /**
     * Takes what came, and sends the next request when the answer is whole.
     *
     * @return number of the request that was answered; -1 when more must come
     * @throws IOException when the connection ended, or the answer is not 200 or has no length
     */
    int read() throws IOException {
        int known = answer.position();
        if (channel.read(answer) <= 0) {
            throw new EOFException("the connection ended before the answer");
        }
        if (end == NONE) {
            int body = AnswerHead.end(answer.array(), known, answer.position());
            if (body == NONE) {
                return NONE;
            }
            end = body + new AnswerHead(answer.array(), body).length();
        }
        return answer.position() < end ? NONE : answered();
    }

    private int answered() throws IOException {
        int number = running;
        running = NONE;
        answer.clear();
        end = NONE;
        if (waiting > 0) {
            waiting--;
            send(number + Wrk.CONNECTIONS);
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
