package org.finplan.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body on its way through: counted, never kept. When it grows over its limit the stream fails, and whatever still comes
 * is thrown away.
 */
final class CountedStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable progress;
    private Handler<Throwable> failure;
    private long count;
    private boolean exceeded;
    private boolean ended;
    private boolean paused;

    /**
     * A counted body.
     *
     * @param source the body
     * @param limit most bytes
     * @param progress told of each piece
     */
    CountedStream(ReadStream<Buffer> source, long limit, Runnable progress) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
    }

    /** {@return whether the body was larger than its limit} */
    boolean exceeded() {
        return exceeded;
    }

    /** {@return whether all of the body came} */
    boolean ended() {
        return ended;
    }

    /** {@return whether the gateway waits for more of the body, and not for somebody to take what it has} */
    boolean waitingForSource() {
        return !ended && !paused;
    }

    @Override
    public CountedStream handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : piece -> take(piece, handler));
        return this;
    }

    private void take(Buffer piece, Handler<Buffer> handler) {
        count += piece.length();
        if (exceeded) {
            return;
        }
        if (count > limit) {
            exceeded = true;
            if (failure != null) {
                failure.handle(new BodyTooLarge());
            }
            return;
        }
        progress.run();
        handler.handle(piece);
    }

    @Override
    public CountedStream exceptionHandler(Handler<Throwable> handler) {
        failure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedStream endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            progress.run();
                            if (!exceeded) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public CountedStream pause() {
        paused = true;
        source.pause();
        return this;
    }

    @Override
    public CountedStream resume() {
        paused = false;
        source.resume();
        return this;
    }

    @Override
    public CountedStream fetch(long amount) {
        paused = false;
        source.fetch(amount);
        return this;
    }

    /** The body outgrew its limit. */
    static final class BodyTooLarge extends RuntimeException {
        BodyTooLarge() {
            super("body too large", null, false, false);
        }
    }
}
