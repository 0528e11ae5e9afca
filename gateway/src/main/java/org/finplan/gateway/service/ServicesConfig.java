package org.finplan.gateway.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the services behind the gateway are, and how much of each the gateway may take. */
@ConfigMapping(prefix = "finplan.gateway.services")
interface ServicesConfig {

    /** {@return the services by name} */
    @WithParentName
    Map<String, Backend> byName();

    /** One service. */
    interface Backend {

        /** {@return scheme, host and port of each instance, such as {@code http://127.0.0.1:8081}} */
        List<URI> urls();

        /** {@return most requests at once to one instance} */
        @WithDefault("64")
        int connections();

        /** {@return most requests that wait for an instance; more are answered 503 at once} */
        @WithDefault("512")
        int waiting();

        /** {@return longest wait for a connection; after it the answer is 503} */
        @WithDefault("2s")
        Duration patience();

        /** {@return most event streams and WebSockets at once to one instance; they take no place of other requests} */
        @WithDefault("256")
        int streams();

        /** {@return how long a connection may take to come about} */
        @WithDefault("1s")
        Duration connectTimeout();

        /** {@return how the health of the instances is asked for} */
        HealthCheck health();

        /** {@return when an instance that does not answer is left alone} */
        BreakerSettings breaker();
    }

    /** The questions for health. */
    interface HealthCheck {

        /** {@return path that answers 200 while an instance takes requests} */
        @WithDefault("/q/health/ready")
        String path();

        /** {@return time between two questions} */
        @WithDefault("500ms")
        Duration interval();

        /** {@return longest wait for an answer} */
        @WithDefault("1s")
        Duration timeout();

        /** {@return good answers in a row after which an instance is up} */
        @WithDefault("1")
        int rise();

        /** {@return bad answers in a row after which an instance is down; a refused connection of a request is enough alone} */
        @WithDefault("2")
        int fall();
    }

    /** The circuit breaker of each instance. */
    interface BreakerSettings {

        /** {@return requests in a row without the head of an answer after which the circuit opens} */
        @WithDefault("5")
        int failures();

        /** {@return how long it stays open the first time; each further time is twice as long} */
        @WithDefault("5s")
        Duration pause();

        /** {@return the longest it stays open} */
        @WithDefault("1m")
        Duration longestPause();
    }
}
