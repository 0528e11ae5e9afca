package org.finplan.gateway.connection;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What the gateway needs of a connection and {@link HttpConnection} does not offer. Its two internal types of Vert.x are the
 * only ones in the gateway.
 */
public final class Connection {

    private Connection() {}

    /**
     * The handlers of a connection.
     *
     * @param connection that was just established, on its event loop
     * @return its pipeline
     */
    public static ChannelPipeline pipeline(HttpConnection connection) {
        return ((ConnectionBase) connection).channelHandlerContext().pipeline();
    }

    /**
     * Makes a connection send at the end of each turn of its event loop.
     *
     * @param connection that was just established, on its event loop
     */
    public static void sendAtTheEndOfATurn(HttpConnection connection) {
        pipeline(connection).addFirst(new TurnFlush());
    }

    /**
     * Closes a connection at once. {@link HttpConnection#close()} closes it only after all was sent, which a peer that does
     * not read never lets happen.
     *
     * @param connection to close
     */
    public static void closeAtOnce(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            var unused = base.channelHandlerContext().close();
        }
    }

    /**
     * Ends the response of a connection that was upgraded and is closed, of which Vert.x tells nobody.
     *
     * @param connection of the caller
     */
    public static void endUpgraded(HttpConnection connection) {
        if (connection instanceof Http1xServerConnection server) {
            server.exceptionHandler(known -> {});
            server.handleException(new HttpClosedException("upgraded connection closed"));
        }
    }
}
