package org.finplan.gateway.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.finplan.gateway.request.RequestTarget;

/**
 * Watches the heads of the requests of one connection, before and after the HTTP codec. A head must be whole before its
 * deadline, however its bytes are spread: the idle time of the server begins anew with each byte, so a caller that sends one
 * now and then would hold its connection for ever. And what the codec lets pass although the server behind it would answer
 * without a word is marked as unreadable, so that it is answered and logged like all else.
 */
final class RequestHeads extends ChannelInboundHandlerAdapter {

    private final long patienceMillis;
    private ScheduledFuture<?> deadline;
    private ChannelHandlerContext afterCodec;
    private boolean due = true;
    private boolean begun;
    private boolean decoded;
    private boolean over;

    private RequestHeads(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    /**
     * Watches over a connection from now on.
     *
     * @param pipeline of the connection, its codec included
     * @param patience longest time from the first byte of a head to its last; for the first head from now on
     */
    static void watch(ChannelPipeline pipeline, Duration patience) {
        RequestHeads heads = new RequestHeads(patience);
        Decoded decoded = heads.new Decoded();
        pipeline.addAfter(pipeline.context(HttpRequestDecoder.class).name(), null, decoded);
        heads.afterCodec = pipeline.context(decoded);
        pipeline.addFirst(heads);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        begin(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (over) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        begun = true;
        decoded = false;
        context.fireChannelRead(bytes);
        // Most heads come whole, and need no timer.
        if (due && !decoded && deadline == null) {
            begin(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> late(context), patienceMillis, TimeUnit.MILLISECONDS);
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void late(ChannelHandlerContext context) {
        deadline = null;
        if (!context.channel().config().isAutoRead()) {
            // The server does not read: another request of this connection is still being answered.
            begin(context);
        } else if (begun) {
            over = true;
            HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            request.setDecoderResult(DecoderResult.failure(new TooSlow()));
            afterCodec.fireChannelRead(request);
            afterCodec.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            afterCodec.fireChannelReadComplete();
        } else {
            var unused = context.close();
        }
    }

    /** What the codec made of the bytes. */
    private final class Decoded extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (over) {
                ReferenceCountUtil.release(message);
                return;
            }
            decoded = true;
            if (message instanceof HttpRequest request) {
                due = false;
                end();
                check(request);
                over = request.decoderResult().isFailure();
            }
            if (message instanceof LastHttpContent) {
                due = true;
            } else if (!(message instanceof HttpObject)) {
                // The connection was upgraded: these bytes are nobody's head.
                due = false;
            }
            context.fireChannelRead(message);
        }
    }

    private static void check(HttpRequest request) {
        if (request.decoderResult().isSuccess()) {
            HttpVersion version = request.protocolVersion();
            if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
                // The answer is written in the version of the request.
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
                request.setDecoderResult(DecoderResult.failure(new UnknownVersion()));
            } else if (!RequestTarget.readable(request.uri())) {
                request.setDecoderResult(DecoderResult.failure(new UnreadableTarget()));
            }
        }
    }

    /** A head did not come in time. */
    static final class TooSlow extends Unreadable {
        TooSlow() {
            super("the head of a request did not come in time");
        }
    }

    /** A version of HTTP that the gateway does not speak. */
    static final class UnknownVersion extends Unreadable {
        UnknownVersion() {
            super("unknown version of HTTP");
        }
    }

    /** A request target that is none. */
    static final class UnreadableTarget extends Unreadable {
        UnreadableTarget() {
            super("unreadable request target");
        }
    }

    /** Why a request goes no further; thrown by nobody, so it carries no stack. */
    abstract static class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }
}
