package org.finplan.gateway.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Passes the body of an answer on as it comes and holds the service back while the caller does not read. A body that is
 * there in one piece leaves in one piece, together with its head.
 */
final class AnswerRelay {

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final StallWatch watch;
    private final Runnable broken;
    private final long length;
    private boolean begun;
    private boolean complete;

    /**
     * A relay. The head of the answer must be set already.
     *
     * @param from the service's answer
     * @param to the caller's
     * @param watch told of each piece
     * @param broken what to do when the answer breaks off
     */
    AnswerRelay(HttpClientResponse from, HttpServerResponse to, StallWatch watch, Runnable broken) {
        this.from = from;
        this.to = to;
        this.watch = watch;
        this.broken = broken;
        this.length = length(from.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    void start() {
        if (length < 0 && !to.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            to.setChunked(true);
        }
        from.exceptionHandler(failure -> fail());
        from.endHandler(this::end);
        from.handler(this::take);
    }

    /** {@return whether all of the answer came from the service} */
    boolean complete() {
        return complete;
    }

    private void take(Buffer piece) {
        watch.progress();
        if (to.ended() || to.closed()) {
            return;
        }
        if (!begun && piece.length() == length) {
            to.end(piece);
            return;
        }
        begun = true;
        to.write(piece);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> {
                watch.progress();
                from.resume();
            });
        }
    }

    private void end(Void end) {
        complete = true;
        if (!to.ended() && !to.closed()) {
            to.end();
        }
    }

    private void fail() {
        if (!complete && !to.ended()) {
            broken.run();
        }
    }

    private static long length(String header) {
        if (header == null) {
            return -1;
        }
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
