package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit records from the write at the gateway to the proof, and to the place where somebody tampered. */
@Order(5)
@ExtendWith(SharedSuite.class)
class AuditIT {

    private static final String NOTICES = "/api/v1/notices";

    @Test
    void aRecordThatIsChangedBehindTheServiceIsFoundAtItsPlace(Suite suite) throws SQLException {
        GatewayClient client = suite.client();
        String resource = NOTICES + "/" + written(client).path("id").asText();
        JsonNode record = client.get("auditor", "/api/v1/audit?service=risk&resource=" + resource)
                .body()
                .path("items")
                .path(0);
        assertThat(record.path("action").asText()).isEqualTo("notice.write");
        assertThat(record.path("subject").asText()).isEqualTo("risk-officer");
        long sequence = record.path("sequence").asLong();
        assertThat(verified(client).path("intact").asBoolean()).isTrue();

        try (Connection database = Stored.connect(suite, "risk")) {
            tamper(database, sequence, "somebody-else");
            JsonNode broken = verified(client);
            assertThat(broken.path("intact").asBoolean()).isFalse();
            JsonNode risk = broken.path("services").path("risk");
            assertThat(risk.path("intact").asBoolean()).isFalse();
            assertThat(risk.path("brokenAt").asLong()).isEqualTo(sequence);
            assertThat(broken.path("services").path("indicators").path("intact").asBoolean())
                    .isTrue();

            tamper(database, sequence, "risk-officer");
            assertThat(verified(client).path("intact").asBoolean()).isTrue();
        }
    }

    @Test
    void aRecordThatIsRemovedIsMissed(Suite suite) throws SQLException {
        GatewayClient client = suite.client();
        written(client);
        written(client);
        try (Connection database = Stored.connect(suite, "risk")) {
            database.setAutoCommit(false);
            long sequence = head(database) - 1;
            Map<String, Object> removed = remove(database, sequence);
            database.commit();
            JsonNode risk = verified(client).path("services").path("risk");
            assertThat(risk.path("intact").asBoolean()).isFalse();
            assertThat(risk.path("brokenAt").asLong()).isBetween(sequence, sequence + 1);
            putBack(database, removed);
            database.commit();
        }
        assertThat(verified(client).path("intact").asBoolean()).isTrue();
    }

    private static JsonNode written(GatewayClient client) {
        Answer answer = client.post("risk-officer", NOTICES, Suite.json("""
                {"region": "441200", "issuer": "演示样本单位", "title": {"zh": "演示样本"}, "body": {"zh": "演示样本"}}
                """));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    private static JsonNode verified(GatewayClient client) {
        Answer answer = client.get("auditor", "/api/v1/audit:verify");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void tamper(Connection database, long sequence, String subject) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("UPDATE audit_record SET subject = ? WHERE sequence = ?")) {
            update.setString(1, subject);
            update.setLong(2, sequence);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static long head(Connection database) throws SQLException {
        try (ResultSet head = database.createStatement().executeQuery("SELECT sequence FROM audit_head")) {
            head.next();
            return head.getLong(1);
        }
    }

    private static Map<String, Object> remove(Connection database, long sequence) throws SQLException {
        Map<String, Object> removed = new TreeMap<>();
        try (ResultSet row = database.createStatement()
                .executeQuery("DELETE FROM audit_record WHERE sequence = " + sequence + " RETURNING *")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                removed.put(row.getMetaData().getColumnName(column), row.getObject(column));
            }
        }
        return removed;
    }

    private static void putBack(Connection database, Map<String, Object> removed) throws SQLException {
        List<String> columns = List.copyOf(removed.keySet());
        String places = "?, ".repeat(columns.size() - 1) + "?";
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO audit_record (" + String.join(", ", columns) + ") VALUES (" + places + ")")) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setObject(i + 1, removed.get(columns.get(i)));
            }
            insert.executeUpdate();
        }
    }
}
