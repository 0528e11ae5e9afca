package org.finplan.systemtests.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The gateway has no part of the services' web library, but the same audit tables: the code that verifies the chains reads
 * both. A migration that was released is never edited, so the text stands twice; here it is held together.
 */
class AuditTablesTest {

    @Test
    void theGatewayHasTheAuditTablesOfTheServices() {
        List<String> gateway = statements("gateway/src/main/resources/db/migration/V1__audit.sql");
        List<String> services = statements("platform/web/src/main/resources/db/web.sql");
        assertThat(gateway).hasSize(7);
        assertThat(gateway)
                .containsExactlyElementsOf(services.stream()
                        .filter(statement -> statement.contains("audit_"))
                        .toList());
    }

    /** What is executed: without comments, each run of white space one blank. */
    private static List<String> statements(String path) {
        String sql = Repository.text(path).replaceAll("(?m)--.*$", " ").replaceAll("\\s+", " ");
        return Stream.of(sql.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
