package org.finplan.gateway.route;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.finplan.gateway.service.Services;

/** The routes of the gateway, from configuration. */
@Startup
@Singleton
public class RouteTable {

    private final PrefixTable<Route> table;

    RouteTable(RoutesConfig config, Services services) {
        Map<String, Route> byPrefix = new HashMap<>();
        config.byName().forEach((name, entry) -> {
            Route route = new Route(
                    name,
                    services.named(entry.service()),
                    entry.timeout(),
                    entry.streamTimeout(),
                    entry.bodyLimit().asLongValue(),
                    entry.bodyRate().asLongValue(),
                    entry.open());
            for (String prefix : entry.paths()) {
                Route other = byPrefix.put(prefix, route);
                if (other != null) {
                    throw new IllegalArgumentException(
                            prefix + " belongs to two routes: " + name + ", " + other.name());
                }
            }
        });
        this.table = new PrefixTable<>(byPrefix);
    }

    Optional<Route> find(String path) {
        return table.find(path);
    }

    /**
     * Names the service that serves a path.
     *
     * @param path without query
     * @return the name, empty when no route has it
     */
    public Optional<String> serviceOf(String path) {
        return find(path).map(route -> route.service().name());
    }
}
