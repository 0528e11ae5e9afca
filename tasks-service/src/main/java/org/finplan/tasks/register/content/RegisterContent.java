package org.finplan.tasks.register.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.time.BusinessTime;

/** Puts the entries that a plan package names into its registers, in the caller's transaction. */
@ApplicationScoped
public class RegisterContent {

    private final RegisterContentRepository repository;
    private final ObjectMapper json;
    private final Clock clock;

    RegisterContent(RegisterContentRepository repository, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores the entries. One that is stored keeps its identity; what the package says otherwise than before becomes its next
     * version, unless a person changed it since: then it stays as it is. One that the package names no more leaves the register
     * today, unless a person changed it.
     *
     * @param read the package, whose plan is stored
     * @param version number of its version
     */
    public void store(PlanPackage read, int version) {
        List<EntryRows.EntryRow> rows = EntryRows.of(read.registers());
        List<String> keys =
                rows.stream().map(row -> row.register() + " " + row.code()).toList();
        RegisterContentRepository.Loading loading = new RegisterContentRepository.Loading(
                read.plan().code(),
                read.plan().title().zh(),
                read.plan().documentNumber(),
                "规划套件第 " + version + " 版 / version " + version + " of the plan package",
                BusinessTime.today(clock),
                clock.instant());
        repository.store(loading, json(rows));
        repository.endOthers(loading, keys);
        repository.addStages(loading);
        repository.addVersions(loading);
    }

    private String json(List<EntryRows.EntryRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries of a plan package are plain data", e);
        }
    }
}
