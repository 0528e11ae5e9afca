package org.finplan.tasks.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.assignment.AssignmentView.AssignedUnit;
import org.finplan.tasks.change.Past;
import org.finplan.tasks.change.PastThing;
import org.finplan.tasks.change.PastVersion;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.Units;

/** Reads from the history of a task which units had it when. */
@ApplicationScoped
class AssignmentReader {

    private static final String TASK = "task";
    private static final List<String> COLUMNS =
            List.of("lead", "responsible", "cooperating", "lead_source", "lead_by", "lead_at");

    private final Tasks tasks;
    private final Past past;
    private final Units units;

    AssignmentReader(Tasks tasks, Past past, Units units) {
        this.tasks = tasks;
        this.past = past;
        this.units = units;
    }

    /**
     * Reads the assignments of a task, the newest first.
     *
     * @param id id within a plan
     * @param plan plan code, or null when one plan only has the id
     * @param asOf the instant at which they held, empty for all
     * @param paging the page
     * @return the assignments, at most one for an instant
     */
    @Transactional
    Page<AssignmentView> page(String id, @Nullable String plan, Optional<Instant> asOf, PageParameters paging) {
        TaskKey key = tasks.resolve(id, plan);
        return past.versions(new Past.Wanted(key.plan(), TASK, key.id(), COLUMNS, asOf.orElse(null)), paging)
                .map(version -> view(key.plan(), version));
    }

    private AssignmentView view(String plan, PastVersion version) {
        PastThing stood = version.thing();
        JsonNode content = stood.content();
        String lead = content.path("lead").textValue();
        List<AssignedUnit> responsible = units(plan, content.path("responsible"));
        List<AssignedUnit> cooperating = units(plan, content.path("cooperating"));
        // A plan may name units that cooperate without one that leads; then no column says where they come from.
        boolean any = lead != null || !responsible.isEmpty() || !cooperating.isEmpty();
        String at = content.path("lead_at").textValue();
        return new AssignmentView(
                lead == null ? null : unit(plan, lead),
                responsible,
                cooperating,
                any ? content.path("lead_source").asText("plan") : null,
                content.path("lead_by").textValue(),
                at == null ? null : OffsetDateTime.parse(at).toInstant(),
                stood.since(),
                version.until());
    }

    private List<AssignedUnit> units(String plan, JsonNode codes) {
        List<AssignedUnit> found = new ArrayList<>();
        codes.forEach(code -> found.add(unit(plan, code.textValue())));
        return found;
    }

    private AssignedUnit unit(String plan, String code) {
        return new AssignedUnit(code, units.name(plan, code).orElse(null));
    }
}
