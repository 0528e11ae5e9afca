package org.finplan.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrefixTableTest {

    private final PrefixTable<String> table = new PrefixTable<>(Map.of(
            "/api/v1/tasks", "tasks",
            "/api/v1/tasks/files", "files",
            "/api/v1/alerts", "risk"));

    @Test
    void theLongestPrefixAtABorderWins() {
        assertThat(table.find("/api/v1/tasks")).hasValue("tasks");
        assertThat(table.find("/api/v1/tasks/t4.1.1.2")).hasValue("tasks");
        assertThat(table.find("/api/v1/tasks:import")).hasValue("tasks");
        assertThat(table.find("/api/v1/tasks/files/1:sign")).hasValue("files");
        assertThat(table.find("/api/v1/alerts/1:acknowledge")).hasValue("risk");
    }

    @Test
    void whatOnlyLooksLikeAPrefixIsNone() {
        assertThat(table.find("/api/v1/tasks-archive")).isEmpty();
        assertThat(table.find("/api/v1")).isEmpty();
        assertThat(table.find("/")).isEmpty();
        assertThat(table.find("")).isEmpty();
        assertThat(table.find("/x/api/v1/tasks")).isEmpty();
    }

    @Test
    void prefixesHaveOneForm() {
        for (String wrong : new String[] {"api", "/api/", "/", "/api//v1", "/api/{id}"}) {
            assertThatThrownBy(() -> new PrefixTable<>(Map.of(wrong, "x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
