package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The exits and their steps. */
@ApplicationScoped
class ExitRepository {

    private static final String INSERT = """
            INSERT INTO institution_exit (id, version, institution, ground, state, objection_days, listed_on,
                noticed_on, objection_until, decided_on, open_objections, upheld, last_on, created_at)
            VALUES (:id, :version, :institution, :ground, :state, :objectionDays, :listedOn, :noticedOn, :objectionUntil,
                :decidedOn, :openObjections, :upheld, :lastOn, :createdAt)
            ON CONFLICT (institution) WHERE state IN ('listed', 'noticed') DO NOTHING""";

    private static final String UPDATE = """
            UPDATE institution_exit SET version = :version, state = :state, noticed_on = :noticedOn,
                objection_until = :objectionUntil, decided_on = :decidedOn, open_objections = :openObjections,
                upheld = :upheld, last_on = :lastOn
            WHERE id = :id""";

    private static final String INSERT_STEP = """
            INSERT INTO institution_exit_step (id, exit, institution, action, took_place_on, document_title,
                document_reference, note, objection, outcome, recorded_by, recorded_at)
            VALUES (:id, :exit, :institution, :action, :on, :title, :reference, :note, :objection, :outcome, :by, :at)""";

    private static final String STEPS = """
            SELECT * FROM institution_exit_step WHERE exit = ANY (:exits) ORDER BY recorded_at, id""";

    private static final String OPEN_OBJECTIONS = """
            SELECT o.id FROM institution_exit_step o
            WHERE o.exit = :exit AND o.action = 'object'
              AND NOT EXISTS (SELECT 1 FROM institution_exit_step d WHERE d.objection = o.id)
            ORDER BY o.recorded_at, o.id""";

    private static final String READ = """
            SELECT x.*, p.name, p.region FROM institution_exit x JOIN institution_place p USING (institution)""";

    private final Jdbi jdbi;

    ExitRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return false when another exit of the institution is under way} */
    boolean insert(InstitutionExit exit) {
        return jdbi.withHandle(handle -> bind(handle.createUpdate(INSERT), exit)
                        .bind("institution", exit.institution())
                        .bind("ground", exit.ground())
                        .bind("objectionDays", exit.standing().objectionDays())
                        .bind("listedOn", exit.standing().listedOn())
                        .bind("createdAt", exit.createdAt())
                        .execute())
                == 1;
    }

    void update(InstitutionExit exit) {
        jdbi.useHandle(handle -> bind(handle.createUpdate(UPDATE), exit).execute());
    }

    void append(InstitutionExit exit, ExitStep step) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_STEP)
                .bind("id", step.id())
                .bind("exit", exit.id())
                .bind("institution", exit.institution())
                .bind("action", step.action())
                .bind("on", step.on())
                .bind("title", step.document().title())
                .bind("reference", step.document().reference())
                .bind("note", step.note())
                .bind("objection", step.objection())
                .bind("outcome", step.outcome())
                .bind("by", step.recordedBy())
                .bind("at", step.recordedAt())
                .execute());
    }

    Optional<InstitutionExit> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return read(conditions, 1).stream().findFirst();
    }

    /** Locks an exit until the transaction ends. */
    void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM institution_exit WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(UUID.class)
                .one());
    }

    /** Reads exits, the newest first. */
    List<InstitutionExit> page(ExitFilter filter, RegionSet readable, @Nullable TimePosition after, int rows) {
        return read(
                conditions(filter, readable)
                        .after(List.of("created_at", "id"), true, after == null ? null : after.keys()),
                rows);
    }

    long count(ExitFilter filter, RegionSet readable) {
        ListConditions conditions = conditions(filter, readable);
        String sql = "SELECT count(*) FROM institution_exit x JOIN institution_place p USING (institution)"
                + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    /** {@return the steps of exits, the oldest first, by exit} */
    Map<UUID, List<ExitStep>> steps(Collection<UUID> exits) {
        Map<UUID, List<ExitStep>> steps = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(STEPS)
                .bindArray("exits", UUID.class, List.copyOf(exits))
                .map(Row.to(row -> Map.entry(row.uuid("exit"), step(row))))
                .forEach(entry -> steps.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue())));
        return steps;
    }

    List<UUID> openObjections(UUID exit) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_OBJECTIONS)
                .bind("exit", exit)
                .mapTo(UUID.class)
                .list());
    }

    private List<InstitutionExit> read(ListConditions conditions, int rows) {
        String sql = READ + conditions.where() + " ORDER BY created_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(ExitRepository::exit))
                .list());
    }

    private static ListConditions conditions(ExitFilter filter, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable)
                .equal("institution", filter.institution())
                .equal("state", filter.state())
                .equal("ground", filter.ground())
                .equal("region", filter.region());
        return filter.dueOn() == null
                ? conditions
                : conditions.and("state = 'noticed' AND objection_until < :dueOn", Map.of("dueOn", filter.dueOn()));
    }

    private static Update bind(Update statement, InstitutionExit exit) {
        ExitStanding standing = exit.standing();
        return statement
                .bind("id", exit.id())
                .bind("version", exit.version())
                .bind("state", standing.state().code())
                .bind("noticedOn", standing.noticedOn())
                .bind("objectionUntil", standing.objectionUntil())
                .bind("decidedOn", standing.decidedOn())
                .bind("openObjections", standing.openObjections())
                .bind("upheld", standing.upheld())
                .bind("lastOn", standing.lastOn());
    }

    private static InstitutionExit exit(Row row) throws SQLException {
        return new InstitutionExit(
                row.uuid("id"),
                row.integer("version"),
                row.text("institution"),
                row.text("name"),
                row.text("region"),
                row.text("ground"),
                new ExitStanding(
                        ExitState.find(row.text("state")).orElseThrow(),
                        row.integer("objection_days"),
                        row.date("listed_on"),
                        row.date("noticed_on"),
                        row.date("decided_on"),
                        row.integer("open_objections"),
                        row.flag("upheld"),
                        row.date("last_on")),
                row.instant("created_at"));
    }

    private static ExitStep step(Row row) throws SQLException {
        return new ExitStep(
                row.uuid("id"),
                row.text("action"),
                row.date("took_place_on"),
                new SourceDocument(row.text("document_title"), row.text("document_reference")),
                row.text("note"),
                row.uuid("objection"),
                row.text("outcome"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
