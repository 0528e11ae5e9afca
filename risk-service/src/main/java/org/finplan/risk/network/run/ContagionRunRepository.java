package org.finplan.risk.network.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The contagions that were run. */
@ApplicationScoped
class ContagionRunRepository {

    private static final String INSERT = """
            INSERT INTO contagion_run (id, network, region, method, parameters, result, run_by, run_at)
            VALUES (:id, :network, :region, :method, CAST(:parameters AS jsonb), CAST(:result AS jsonb), :by, :at)""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ContagionRunRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void insert(ContagionRunView run, String region) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", run.id())
                .bind("network", run.network())
                .bind("region", region)
                .bind("method", run.result().method())
                .bind("parameters", text(run.parameters()))
                .bind("result", text(run.result()))
                .bind("by", run.runBy())
                .bind("at", run.runAt())
                .execute());
    }

    Optional<ContagionRunView> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM contagion_run" + conditions.where()))
                .map(Row.to(this::run))
                .findOne());
    }

    private ContagionRunView run(Row row) throws SQLException {
        try {
            return new ContagionRunView(
                    row.uuid("id"),
                    ContagionRunView.FINISHED,
                    row.uuid("network"),
                    json.readValue(row.text("parameters"), new TypeReference<Map<String, Object>>() {}),
                    json.readValue(row.text("result"), ContagionResult.class),
                    row.text("run_by"),
                    row.instant("run_at"));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
