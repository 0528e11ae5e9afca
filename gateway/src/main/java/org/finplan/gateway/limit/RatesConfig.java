package org.finplan.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** How fast callers may ask. Every rate holds on each gateway for itself. */
@ConfigMapping(prefix = "finplan.gateway.rates")
interface RatesConfig {

    /** {@return requests per second of one client on one route class} */
    @WithDefault("1000")
    int perSecond();

    /** {@return requests that such a client may send at once after a pause} */
    @WithDefault("5000")
    int burst();

    /** {@return requests per second of one address on public routes, without credentials} */
    @WithDefault("20")
    int publicPerSecond();

    /** {@return requests that such an address may send at once after a pause} */
    @WithDefault("100")
    int publicBurst();

    /** {@return other rates by route class: the name of a route, {@code events} or {@code operations}} */
    Map<String, Entry> routes();

    /** {@return operations that count as several requests, by any name} */
    Map<String, Cost> costs();

    /** The rate of one route class. */
    interface Entry {

        /** {@return requests per second of one client} */
        int perSecond();

        /** {@return requests that a client may send at once after a pause} */
        int burst();
    }

    /** What counts as several requests. */
    interface Cost {

        /** {@return path; {@code *} stands for one segment} */
        String path();

        /** {@return the method, any when absent} */
        Optional<String> method();

        /** {@return a query parameter that must be there, none when absent} */
        Optional<String> parameter();

        /** {@return as how many requests it counts} */
        int requests();
    }
}
