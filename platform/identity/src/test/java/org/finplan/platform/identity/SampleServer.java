package org.finplan.platform.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.process.PortReservation;

/** A real PostgreSQL with one table under row-level security, a note of each region in it, and the key of a gateway. */
public final class SampleServer implements QuarkusTestResourceLifecycleManager {

    private static final String SERVICE = "sample";
    private static final String PASSWORD = "sample-password";
    private static final String NOTES = """
            CREATE TABLE note (region text NOT NULL);
            INSERT INTO note VALUES ('100000'), ('440000'), ('441200'), ('441202'), ('441203');
            ALTER TABLE note ENABLE ROW LEVEL SECURITY;
            ALTER TABLE note FORCE ROW LEVEL SECURITY;
            CREATE POLICY read_note ON note FOR SELECT USING (
                current_setting('finplan.read_regions', true) = '*'
                OR region = ANY (string_to_array(current_setting('finplan.read_regions', true), ',')));
            CREATE POLICY write_note ON note FOR INSERT WITH CHECK (
                current_setting('finplan.write_regions', true) = '*'
                OR region = ANY (string_to_array(current_setting('finplan.write_regions', true), ',')));
            GRANT SELECT, INSERT ON note TO finplan_sample_app;
            """;

    private static volatile SigningKey key;

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        Path directory;
        try {
            directory = Files.createTempDirectory("finplan-identity-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = SigningKey.readOrCreate(directory, "internal");
        try (PortReservation port = PortReservation.any(directory.hashCode())) {
            server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
            server.start();
        }
        server.createDatabase(SERVICE, PASSWORD, PASSWORD);
        try (Connection owner = DriverManager.getConnection(server.jdbcUrl(SERVICE), "finplan_sample_owner", PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(NOTES);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the table", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.jdbcUrl(SERVICE),
                "quarkus.datasource.username",
                "finplan_sample_app",
                "quarkus.datasource.password",
                PASSWORD,
                "finplan.internal-token.public-key",
                directory.resolve("internal.pub.pem").toUri().toString());
    }

    @Override
    public void stop() {
        server.close();
    }

    /** A token as the gateway writes it. */
    static String token(String subject, String role, String issuer, List<String> regions) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("upn", subject);
        claims.put("groups", Set.of(role));
        claims.put("regions", regions);
        claims.put("units", List.of());
        claims.put("client_id", "sample-client");
        claims.put("iss", issuer);
        claims.put("aud", "finplan-services");
        claims.put("iat", now);
        claims.put("exp", now + 60);
        return key.sign(claims);
    }
}
