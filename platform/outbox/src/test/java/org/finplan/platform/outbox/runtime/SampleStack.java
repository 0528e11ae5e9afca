package org.finplan.platform.outbox.runtime;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.outbox.TestDatabase;
import org.finplan.platform.outbox.TestServers;

/** Hands the sample service the servers of this module's tests and a key for tokens. */
public final class SampleStack implements QuarkusTestResourceLifecycleManager {

    private static final Path KEYS = TestServers.directory("keys");

    @Override
    public Map<String, String> start() {
        SigningKey.readOrCreate(KEYS, "sample");
        TestServers.renewTopics();
        TestDatabase database = TestDatabase.create(TestServers.postgres());
        createTablesOfTheWeb(database);
        List<String> coordinates = database.coordinates();
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", coordinates.get(0));
        configuration.put("quarkus.datasource.username", coordinates.get(1));
        configuration.put("quarkus.datasource.password", coordinates.get(2));
        configuration.put("finplan.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
        configuration.put(
                "sample.public-key", KEYS.resolve("sample.pub.pem").toUri().toString());
        configuration.put("sample.keys", KEYS.toString());
        database.close();
        return configuration;
    }

    private static void createTablesOfTheWeb(TestDatabase database) {
        try (Connection superuser = TestServers.postgres().connect(database.name());
                var ddl = SampleStack.class.getResourceAsStream("/db/web.sql")) {
            superuser
                    .createStatement()
                    .execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${appRole}", database.coordinates().get(1)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(KEYS.resolve("sample.pub.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
