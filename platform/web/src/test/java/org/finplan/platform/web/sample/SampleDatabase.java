package org.finplan.platform.web.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;

/** A real PostgreSQL with the tables of this module and one of notes, and a key for tokens. */
public final class SampleDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String SERVICE = "sample";
    private static final String PASSWORD = "sample-password";
    private static final String NOTES = """
            CREATE TABLE note (region text NOT NULL, text text NOT NULL);
            GRANT SELECT, INSERT ON note TO finplan_sample_app;
            """;

    private static volatile SigningKey key;
    private static volatile PostgresServer server;

    private Path directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("finplan-web-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = SigningKey.readOrCreate(directory, "internal");
        try (PortReservation port = PortReservation.any(directory.hashCode())) {
            server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
            server.start();
        }
        server.createDatabase(SERVICE, PASSWORD, PASSWORD);
        migrate();
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", server.jdbcUrl(SERVICE));
        configuration.put("quarkus.datasource.username", "finplan_sample_app");
        configuration.put("quarkus.datasource.password", PASSWORD);
        configuration.put(
                "finplan.internal-token.public-key",
                directory.resolve("internal.pub.pem").toUri().toString());
        return configuration;
    }

    private static void migrate() {
        try (Connection owner = DriverManager.getConnection(server.jdbcUrl(SERVICE), "finplan_sample_owner", PASSWORD);
                Statement statement = owner.createStatement();
                InputStream ddl = SampleDatabase.class.getResourceAsStream("/db/web.sql")) {
            String text = new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(text.replace("${appRole}", "finplan_sample_app"));
            statement.execute(NOTES);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot create the tables", e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }

    /** A connection past every policy and grant, to do what an intruder with the keys of the house could do. */
    public static Connection superuser() throws SQLException {
        return server.connect("finplan_sample");
    }

    /** The server, to take it away. */
    public static PostgresServer server() {
        return server;
    }

    /** A token as the gateway writes it. */
    public static String token(String subject, String role, List<String> regions) {
        long now = System.currentTimeMillis() / 1000;
        return sign(subject, role, regions, "finplan-gateway", now + 60);
    }

    /** A token with another issuer or another end. */
    public static String sign(String subject, String role, List<String> regions, String issuer, long end) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("groups", Set.of(role));
        claims.put("regions", regions);
        claims.put("units", List.of());
        claims.put("client_id", "sample-client");
        claims.put("iss", issuer);
        claims.put("aud", "finplan-services");
        claims.put("iat", end - 60);
        claims.put("exp", end);
        return key.sign(claims);
    }
}
