package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.supervision.ladder.Climb;
import org.jdbi.v3.core.Jdbi;

/** The steps of ladders that were taken. */
@ApplicationScoped
class StepRepository {

    private static final String TAKEN = """
            SELECT supervision, step, occasion, taken_on FROM supervision_step
            WHERE supervision = ANY (:ids) ORDER BY taken_at""";

    /** Of one, with a plan of its own. */
    private static final String TAKEN_OF_ONE = """
            SELECT step, occasion, taken_on FROM supervision_step WHERE supervision = :id ORDER BY taken_at""";

    private static final String ADD = """
            INSERT INTO supervision_step (supervision, step, occasion, region, kind, tell, colour, scheduled_on, taken_on, taken_at)
            SELECT * FROM unnest(:supervisions, :steps, :occasions, :regions, :kinds, :tell, :colours, :scheduledOn, :takenOn, :times)
            ON CONFLICT DO NOTHING RETURNING supervision, step""";

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

    /** The steps that were taken of a matter. */
    List<Climb.Taken> taken(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKEN_OF_ONE)
                .bind("id", id)
                .map(Row.to(StepRepository::taken))
                .list());
    }

    private static Climb.Taken taken(Row row) throws SQLException {
        return new Climb.Taken(row.text("step"), row.integer("occasion"), row.date("taken_on"));
    }

    /** The steps that were taken of matters that a run has locked, by their ids. */
    Map<UUID, List<Climb.Taken>> taken(Collection<UUID> ids) {
        Map<UUID, List<Climb.Taken>> byMatter = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(TAKEN)
                        .bindArray("ids", UUID.class, ids)
                        .map(Row.to(row -> new Found(row.uuid("supervision"), taken(row))))
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
        Set<String> stored = Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bindArray("supervisions", UUID.class, each(steps, step -> step.matter().id))
                .bindArray("steps", String.class, each(steps, Taking::step))
                .bindArray("occasions", Integer.class, each(steps, Taking::occasion))
                .bindArray("regions", String.class, each(steps, step -> step.matter().region))
                .bindArray("kinds", String.class, each(steps, Taking::kind))
                .bindArray("tell", String.class, each(steps, Taking::tell))
                .bindArray("colours", String.class, each(steps, Taking::colour))
                .bindArray("scheduledOn", LocalDate.class, each(steps, Taking::scheduledOn))
                .bindArray("takenOn", LocalDate.class, each(steps, Taking::takenOn))
                .bindArray("times", Instant.class, each(steps, Taking::at))
                .map(Row.to(row -> row.uuid("supervision") + row.text("step")))
                .list()));
        return steps.stream()
                .filter(step -> stored.contains(step.matter().id + step.step()))
                .toList();
    }

    private static <T> List<T> each(List<Taking> steps, Function<Taking, T> property) {
        return steps.stream().map(property).toList();
    }
}
