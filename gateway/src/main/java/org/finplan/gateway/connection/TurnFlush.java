package org.finplan.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Sends what was written to a connection when its event loop has served all connections that had something to read. Sent at
 * once, each piece would wake its receiver, which on a shared processor takes the turn away from us for that one piece.
 */
final class TurnFlush extends ChannelOutboundHandlerAdapter {

    private boolean waiting;

    @Override
    public void flush(ChannelHandlerContext context) {
        if (!waiting) {
            waiting = true;
            context.executor().execute(() -> send(context));
        }
    }

    @Override
    public void disconnect(ChannelHandlerContext context, ChannelPromise promise) {
        send(context);
        var unused = context.disconnect(promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        send(context);
        var unused = context.close(promise);
    }

    @Override
    public void deregister(ChannelHandlerContext context, ChannelPromise promise) {
        send(context);
        var unused = context.deregister(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        send(context);
    }

    private void send(ChannelHandlerContext context) {
        if (waiting) {
            waiting = false;
            context.flush();
        }
    }
}
