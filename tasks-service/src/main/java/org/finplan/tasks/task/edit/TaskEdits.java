package org.finplan.tasks.task.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.SearchText;

/** Reads and writes what the city sets of tasks: one statement each, however many they are. */
@ApplicationScoped
public class TaskEdits {

    private static final Responsibility NOBODY = new Responsibility(null, List.of(), List.of());

    private final TaskEditRepository repository;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    TaskEdits(TaskEditRepository repository, ObjectMapper json, Caller caller, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** A row that is written: the columns of what a node says, with the texts that a search looks at. */
    private record Written(
            String id,
            @Nullable String due,
            boolean dueSet,
            String titleZh,
            String titleEn,
            String summaryZh,
            String summaryEn,
            List<String> regions,
            List<String> indicators,
            @Nullable String lead,
            List<String> responsible,
            List<String> cooperating,
            String searchText,
            Set<String> searchGrams) {

        static Written of(
                String id, @Nullable String due, boolean dueSet, EditableTask.Says says, Responsibility units) {
            List<String> texts = Stream.of(
                            says.title().zh(),
                            says.title().en(),
                            says.summary().zh(),
                            says.summary().en())
                    .map(SearchText::normalize)
                    .toList();
            Set<String> grams = new LinkedHashSet<>();
            texts.forEach(text -> grams.addAll(SearchText.grams(text)));
            return new Written(
                    id,
                    due,
                    dueSet,
                    says.title().zh(),
                    says.title().en(),
                    says.summary().zh(),
                    says.summary().en(),
                    says.regions(),
                    says.indicators(),
                    units.lead(),
                    units.responsible(),
                    units.cooperating(),
                    String.join("\n", texts),
                    grams);
        }
    }

    /**
     * Reads nodes.
     *
     * @param plan plan code
     * @param ids ids within the plan
     * @return those that exist, by their ids
     */
    public Map<String, EditableTask> read(String plan, Collection<String> ids) {
        return byId(repository.read(plan, ids));
    }

    /**
     * Reads nodes and keeps others from changing them until the transaction ends. Locks are taken in the order of the ids.
     *
     * @param plan plan code
     * @param ids ids within the plan
     * @return those that exist, by their ids
     */
    public Map<String, EditableTask> lock(String plan, Collection<String> ids) {
        return byId(repository.lock(plan, ids));
    }

    /**
     * Writes nodes that changed on behalf of the caller and counts their versions up. They must be locked.
     *
     * @param plan plan code
     * @param changed the nodes as they are to be; what a node of the plan says is never written
     */
    public void write(String plan, List<EditableTask> changed) {
        if (!changed.isEmpty()) {
            List<Written> rows = changed.stream()
                    .map(task -> Written.of(
                            task.id(),
                            task.due() == null ? null : task.due().toString(),
                            task.dueSet(),
                            task.says(),
                            task.units()))
                    .toList();
            repository.write(plan, json(rows), caller.subject(), clock.instant());
        }
    }

    /**
     * Makes a work point on behalf of the caller. Its measure must be locked, since the work points of a year are numbered.
     *
     * @param point what it says
     * @return its key
     */
    public TaskKey make(NewWorkPoint point) {
        String due = point.due() == null ? null : point.due().toString();
        Written row = Written.of(point.measure().id(), due, due != null, point.says(), NOBODY);
        String id = repository.make(
                point.measure().plan(), point.year(), json(List.of(row)), caller.subject(), clock.instant());
        return new TaskKey(point.measure().plan(), id);
    }

    /**
     * Takes a work point back on behalf of the caller. It must be locked.
     *
     * @param key key of a work point that stands
     * @param reason why
     */
    public void withdraw(TaskKey key, String reason) {
        repository.withdraw(key, reason, caller.subject(), clock.instant());
    }

    private String json(List<Written> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of tasks are plain data", e);
        }
    }

    private static Map<String, EditableTask> byId(List<EditableTask> tasks) {
        return tasks.stream().collect(Collectors.toMap(EditableTask::id, Function.identity()));
    }
}
