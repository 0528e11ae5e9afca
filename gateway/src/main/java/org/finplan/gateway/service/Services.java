package org.finplan.gateway.service;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** All services behind the gateway, each with a connection pool of its own so that a slow one starves no other. */
@Startup
@ApplicationScoped
public class Services {

    private static final int IDLE_SECONDS = 20;

    private final Map<String, Service> byName = new TreeMap<>();

    Services(Vertx vertx, ServicesConfig config) {
        config.byName().forEach((name, backend) -> byName.put(name, connect(vertx, name, backend)));
    }

    /** {@return all services in the order of their names} */
    public Collection<Service> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * Finds a service.
     *
     * @param name as configured
     * @return the service
     * @throws IllegalArgumentException when none has that name
     */
    public Service named(String name) {
        Service service = byName.get(name);
        if (service == null) {
            throw new IllegalArgumentException("No service is configured under finplan.gateway.services." + name);
        }
        return service;
    }

    @PreDestroy
    void close() {
        byName.values().forEach(service -> service.client().close());
    }

    private static Service connect(Vertx vertx, String name, ServicesConfig.Backend backend) {
        URI url = backend.url();
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? 443 : 80;
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(ssl)
                .setVerifyHost(ssl)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout(Math.toIntExact(backend.connectTimeout().toMillis()))
                .setDecompressionSupported(false)
                .setMaxWaitQueueSize(backend.waiting());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(backend.connections());
        RequestOptions target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setConnectTimeout(backend.connectTimeout().toMillis());
        String origin = url.getScheme() + "://" + url.getAuthority();
        return new Service(name, origin, target, vertx.createHttpClient(options, pool));
    }
}
