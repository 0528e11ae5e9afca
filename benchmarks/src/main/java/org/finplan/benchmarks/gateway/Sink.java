package org.finplan.benchmarks.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.atomic.AtomicLong;

/** Takes uploads, keeps nothing, and answers with the number of bytes that came. */
public final class Sink {

    private Sink() {}

    /**
     * Runs the sink.
     *
     * @param arguments port to listen on
     */
    public static void main(String[] arguments) {
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true))
                .createHttpServer()
                .requestHandler(request -> {
                    AtomicLong count = new AtomicLong();
                    request.handler(piece -> count.addAndGet(piece.length()));
                    request.endHandler(end -> request.response().end(Long.toString(count.get())));
                })
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }
}
