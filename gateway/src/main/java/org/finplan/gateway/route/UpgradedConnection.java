package org.finplan.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import org.finplan.gateway.connection.Connection;
import org.finplan.gateway.exchange.Exchange;

/** An upgraded connection: bytes go both ways, each way only as fast as the other side reads. */
final class UpgradedConnection {

    private final RoutingContext context;
    private final NetSocket inner;
    private final Pipe<Buffer> outwards;
    private final Runnable end;

    /**
     * A tunnel that is not open yet. The status and the headers of the answer must be set already.
     *
     * @param context the caller's request
     * @param inner connection to the service, already upgraded
     * @param end what to do when the tunnel is closed
     */
    UpgradedConnection(RoutingContext context, NetSocket inner, Runnable end) {
        this.context = context;
        this.inner = inner;
        this.outwards = inner.pipe();
        this.end = end;
    }

    void open() {
        Headers.upgrade(context.response().headers());
        // A paused request is one that has not ended, which closed() needs.
        context.request().pause();
        context.request().toNetSocket().onSuccess(this::join).onFailure(failure -> {
            inner.close();
            closed();
        });
    }

    private void join(NetSocket outer) {
        Future<Void> in = outer.pipeTo(inner);
        Future<Void> out = outwards.to(outer);
        Future.join(in, out).onComplete(both -> closed());
    }

    /**
     * Vert.x tells nobody of the end of a connection that was upgraded, so those who count running requests are told here.
     */
    private void closed() {
        end.run();
        Connection.endUpgraded(context.request().connection());
        Exchange.of(context).close(true);
    }
}
