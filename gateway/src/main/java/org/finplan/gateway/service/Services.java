package org.finplan.gateway.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.gateway.connection.EventLoops;

/**
 * All services behind the gateway. Each has connections of its own, so that a slow one starves no other, and each of its
 * instances is asked for its health all the time.
 */
@Startup
@ApplicationScoped
public class Services {

    /** As much of a large answer as is read at once: in smaller pieces, each would cost a system call of its own. */
    private static final int PIECE = 65_536;

    private static final int IDLE_SECONDS = 20;

    private final Vertx vertx;
    private final int loops;
    private final Map<String, Service> byName = new TreeMap<>();
    private final List<Instance.Clients> clients = new ArrayList<>();
    private final List<Long> timers = new ArrayList<>();

    Services(Vertx vertx, EventLoops loops, ServicesConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.loops = loops.count();
        config.byName().forEach((name, backend) -> {
            Counter retries = Counter.builder("finplan.gateway.retries")
                    .description("Requests that were sent to a second instance")
                    .tag("service", name)
                    .register(metrics);
            Service service = connect(name, backend, retries::increment);
            byName.put(name, service);
            measure(metrics, service);
            watch(service, backend.health().interval().toMillis());
        });
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
        timers.forEach(vertx::cancelTimer);
        clients.forEach(Instance.Clients::close);
    }

    private void watch(Service service, long intervalMillis) {
        for (Instance instance : service.instances()) {
            instance.check();
            timers.add(vertx.setPeriodic(intervalMillis, due -> instance.check()));
        }
    }

    private Service connect(String name, ServicesConfig.Backend backend, Runnable retried) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout(Math.toIntExact(backend.connectTimeout().toMillis()))
                .setMaxChunkSize(PIECE)
                .setDecompressionSupported(false);
        Instance.Clients all = new Instance.Clients(
                new Connections(vertx, loops, options, backend.connections(), backend.waiting()),
                new Connections(vertx, loops, options, backend.streams(), backend.waiting()),
                new Connections(vertx, loops, options, 2, backend.waiting()));
        clients.add(all);
        return new Service(
                name,
                backend.urls().stream()
                        .map(url -> instance(name, url, backend, all))
                        .toList(),
                retried);
    }

    private static Instance instance(String name, URI url, ServicesConfig.Backend backend, Instance.Clients clients) {
        boolean ssl = "https".equals(url.getScheme());
        RequestOptions target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : ssl ? 443 : 80)
                .setSsl(ssl)
                .setConnectTimeout(backend.patience().toMillis());
        ServicesConfig.HealthCheck health = backend.health();
        ServicesConfig.BreakerSettings breaker = backend.breaker();
        return new Instance(
                name,
                url.getScheme() + "://" + url.getAuthority(),
                target,
                Instance.question(target, health.path(), health.timeout().toMillis()),
                clients,
                new HealthTally(health.rise(), health.fall()),
                new Breaker(
                        breaker.failures(),
                        breaker.pause().toNanos(),
                        breaker.longestPause().toNanos()));
    }

    private static void measure(MeterRegistry metrics, Service service) {
        for (Instance instance : service.instances()) {
            Tags tags = Tags.of("service", service.name(), "instance", instance.origin());
            Gauge.builder("finplan.gateway.instance.up", instance, one -> one.up() ? 1 : 0)
                    .description("1 while the instance is well and its circuit closed")
                    .tags(tags)
                    .register(metrics);
            Gauge.builder("finplan.gateway.instance.running", instance, Instance::running)
                    .description("Requests under way to the instance")
                    .tags(tags)
                    .register(metrics);
        }
    }
}
