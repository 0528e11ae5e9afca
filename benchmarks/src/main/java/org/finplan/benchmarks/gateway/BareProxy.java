package org.finplan.benchmarks.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;

/** vertx-http-proxy with nothing around it: what a gateway on Vert.x can reach at best with it. */
public final class BareProxy {

    private static final int CONNECTIONS = 64;

    private BareProxy() {}

    /**
     * Runs the proxy.
     *
     * @param arguments port to listen on, port of the backend, port of the sink of uploads
     */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int backend = Integer.parseInt(arguments[1]);
        int sink = Integer.parseInt(arguments[2]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops))
                .deployVerticle(
                        () -> new Loop(port, backend, sink, (CONNECTIONS + loops - 1) / loops),
                        new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    /** One event loop with its own connections to the backend, so that no request changes threads. */
    private static final class Loop extends AbstractVerticle {

        private final int port;
        private final int backend;
        private final int sink;
        private final int connections;

        Loop(int port, int backend, int sink, int connections) {
            this.port = port;
            this.backend = backend;
            this.sink = sink;
            this.connections = connections;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpClient client =
                    vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
            HttpProxy proxy = HttpProxy.reverseProxy(client).origin(context -> {
                boolean upload = context.request().getURI().startsWith(Site.UPLOAD);
                return client.request(new RequestOptions().setHost("127.0.0.1").setPort(upload ? sink : backend));
            });
            Future<?> listening = vertx.createHttpServer().requestHandler(proxy).listen(port, "127.0.0.1");
            listening.<Void>mapEmpty().onComplete(started);
        }
    }
}
