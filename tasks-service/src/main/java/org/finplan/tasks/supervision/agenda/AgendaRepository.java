package org.finplan.tasks.supervision.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.jdbi.v3.core.Jdbi;

/** Reads the dates of matters by an index that has them in their order. */
@ApplicationScoped
class AgendaRepository {

    /** Row-level security then knows no region, but the unit. */
    private static final String BIND = """
            SELECT set_config('finplan.read_regions', '', true), set_config('finplan.write_regions', '', true),
                set_config('finplan.calendar_unit', :unit, true), set_config('finplan.calendar_city', :city, true)""";

    private static final String OPEN = """
            SELECT s.id, s.title, s.state, c.colour, s.original_due, s.current_due, s.provisional, s.standstills,
                s.version + c.climb_version AS version, s.updated_at, q.id AS question, q.day
            FROM supervision s JOIN supervision_climb c ON c.supervision = s.id LEFT JOIN supervision_question q ON q.id = s.extension
            WHERE s.city = :city AND s.unit = :unit AND s.closed_at IS NULL AND s.current_due BETWEEN :from AND :until
            ORDER BY s.current_due, s.id LIMIT :most""";

    private final Jdbi jdbi;

    AgendaRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void bindTo(String city, String unit) {
        jdbi.useHandle(handle -> handle.createQuery(BIND)
                .bind("unit", unit)
                .bind("city", city)
                .mapTo(String.class)
                .one());
    }

    List<AgendaMatter> open(String city, String unit, AgendaSpan span) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("city", city)
                .bind("unit", unit)
                .bind("from", span.from())
                .bind("until", span.until())
                .bind("most", span.most())
                .map(Row.to(AgendaRepository::matter))
                .list());
    }

    private static AgendaMatter matter(Row row) throws SQLException {
        UUID question = row.uuid("question");
        return new AgendaMatter(
                row.uuid("id"),
                row.text("title"),
                SupervisionState.find(row.text("state")).orElseThrow(),
                row.text("colour"),
                row.date("original_due"),
                row.date("current_due"),
                row.flag("provisional"),
                Standstill.list(row.text("standstills")),
                question == null ? null : new AgendaMatter.AskedExtension(question, row.date("day")),
                row.number("version"),
                row.instant("updated_at"));
    }
}
