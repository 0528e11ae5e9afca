package org.finplan.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.postgres.PostgresServer;

/**
 * Hands a test the configuration keys of a running PostgreSQL, Kafka and gateway key. What runs is shared by all tests of
 * the JVM and ends with it.
 */
public final class FinplanStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return configuration(RunningStack.moduleName());
    }

    /**
     * The configuration keys of a service.
     *
     * @param service indicators, tasks, risk or gateway; its database is created when it is missing
     * @return keys and values
     */
    public static Map<String, String> configuration(String service) {
        RunningStack stack = RunningStack.get();
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("finplan.http.port", "0");
        configuration.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        configuration.put("finplan.kafka.bootstrap-servers", stack.kafka().bootstrapServers());
        configuration.put(
                "finplan.internal-token.public-key",
                stack.internalPublicKey().toUri().toString());
        stack.postgres().createDatabase(service, RunningStack.PASSWORD, RunningStack.PASSWORD);
        configuration.put("finplan.database.url", stack.postgres().jdbcUrl(service));
        configuration.put("finplan.database.username", "finplan_" + service + "_app");
        configuration.put("finplan.database.password", RunningStack.PASSWORD);
        configuration.put("finplan.database.owner.username", "finplan_" + service + "_owner");
        configuration.put("finplan.database.owner.password", RunningStack.PASSWORD);
        return configuration;
    }

    /** {@return the server, for tests that look past row-level security or take it away for a while} */
    public static PostgresServer postgres() {
        return RunningStack.get().postgres();
    }

    /** {@return the broker, for tests that take it away for a while} */
    public static KafkaNode kafka() {
        return RunningStack.get().kafka();
    }

    @Override
    public void stop() {
        // The stack is shared by all tests of the JVM; its programs end with the JVM.
    }
}
