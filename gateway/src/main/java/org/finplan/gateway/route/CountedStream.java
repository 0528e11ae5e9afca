package org.finplan.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body on its way through: counted, never kept. When it grows over its limit, or comes so slowly that it holds its place
 * for nothing, the stream fails, and whatever still comes is thrown away.
 */
final class CountedStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final MinimumRate rate;
    private final Runnable progress;
    private Handler<Throwable> failure;
    private long count;
    private Fault fault;
    private boolean ended;
    private boolean paused;

    /**
     * A counted body.
     *
     * @param source the body
     * @param limit most bytes
     * @param rate how fast it must come
     * @param progress told of each piece
     */
    CountedStream(ReadStream<Buffer> source, long limit, MinimumRate rate, Runnable progress) {
        this.source = source;
        this.limit = limit;
        this.rate = rate;
        this.progress = progress;
    }

    /** {@return whether the body was larger than its limit} */
    boolean exceeded() {
        return fault == Fault.TOO_LARGE;
    }

    /** {@return whether the body came too slowly} */
    boolean tooSlow() {
        return fault == Fault.TOO_SLOW;
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
        if (fault == null && count > limit) {
            fail(Fault.TOO_LARGE);
        } else if (fault == null && rate.missed(count)) {
            fail(Fault.TOO_SLOW);
        }
        if (fault != null) {
            return;
        }
        progress.run();
        handler.handle(piece);
    }

    private void fail(Fault reason) {
        fault = reason;
        if (failure != null) {
            failure.handle(new BrokenBody());
        }
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
                            if (fault == null) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public CountedStream pause() {
        paused = true;
        rate.pause();
        source.pause();
        return this;
    }

    @Override
    public CountedStream resume() {
        paused = false;
        rate.resume();
        source.resume();
        return this;
    }

    @Override
    public CountedStream fetch(long amount) {
        paused = false;
        rate.resume();
        source.fetch(amount);
        return this;
    }

    private enum Fault {
        TOO_LARGE,
        TOO_SLOW
    }

    /** The body goes no further. */
    private static final class BrokenBody extends RuntimeException {
        BrokenBody() {
            super("the body is too large or too slow", null, false, false);
        }
    }
}
