package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.supervision.ladder.Climb;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The steps of ladders that were taken. */
@ApplicationScoped
class StepRepository {

    private static final String TAKEN = """
            SELECT supervision, step, occasion, taken_on FROM supervision_step
            WHERE supervision = ANY (:ids) ORDER BY taken_at""";

    private static final String ADD = """
            INSERT INTO supervision_step (supervision, step, occasion, region, kind, tell, colour, scheduled_on, taken_on, taken_at)
            VALUES (:supervision, :step, :occasion, :region, :kind, :tell, :colour, :scheduledOn, :takenOn, :at)
            ON CONFLICT DO NOTHING""";

    private final Jdbi jdbi;

    StepRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A step that is taken now. */
    record Taking(
            Supervision matter,
            String step,
            int occasion,
            String kind,
            String tell,
            String colour,
            LocalDate scheduledOn,
            LocalDate takenOn,
            Instant at) {}

    private record Found(UUID matter, Climb.Taken taken) {}

    /** The steps that were taken of matters, by their ids. */
    Map<UUID, List<Climb.Taken>> taken(Collection<UUID> ids) {
        Map<UUID, List<Climb.Taken>> byMatter = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(TAKEN)
                        .bindArray("ids", UUID.class, ids)
                        .map(Row.to(row -> new Found(
                                row.uuid("supervision"),
                                new Climb.Taken(row.text("step"), row.integer("occasion"), row.date("taken_on")))))
                        .list())
                .forEach(found -> byMatter.computeIfAbsent(found.matter(), id -> new ArrayList<>())
                        .add(found.taken()));
        return byMatter;
    }

    /** Stores steps; {@return those that nobody had taken before} */
    List<Taking> add(List<Taking> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        int[] stored = jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            for (Taking step : steps) {
                batch.bind("supervision", step.matter().id)
                        .bind("step", step.step())
                        .bind("occasion", step.occasion())
                        .bind("region", step.matter().region)
                        .bind("kind", step.kind())
                        .bind("tell", step.tell())
                        .bind("colour", step.colour())
                        .bind("scheduledOn", step.scheduledOn())
                        .bind("takenOn", step.takenOn())
                        .bind("at", step.at())
                        .add();
            }
            return batch.execute();
        });
        List<Taking> added = new ArrayList<>();
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] != 0) {
                added.add(steps.get(i));
            }
        }
        return added;
    }
}
