package org.finplan.indicators.planchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.finplan.platform.plan.PlanPackage;

/** Keeps what each version of a plan package changed when it came in force. */
@ApplicationScoped
public class PlanHistory {

    private final PlanChangeRepository repository;
    private final ObjectMapper mapper;

    PlanHistory(PlanChangeRepository repository, ObjectMapper mapper) {
        this.repository = repository;
        this.mapper = mapper;
    }

    /**
     * Keeps what a version says otherwise, in the transaction that brings it in force.
     *
     * @param before the version in force until now, null when there is none
     * @param after the version
     * @param version its number
     */
    public void keep(PlanPackage before, PlanPackage after, int version) {
        PlanChanges changes = PlanChanges.between(before, after);
        repository.insert(after.plan().code(), version, changes.total(), written(changes));
    }

    /**
     * Finds what a version said otherwise.
     *
     * @param plan plan code
     * @param version number of the version
     * @return what it said, empty of one that never came in force
     */
    public Optional<PlanChanges> find(String plan, int version) {
        return repository.find(plan, version).map(this::read);
    }

    private String written(PlanChanges changes) {
        try {
            return mapper.writeValueAsString(changes);
        } catch (JsonProcessingException ownRecords) {
            throw new IllegalStateException(ownRecords);
        }
    }

    private PlanChanges read(String json) {
        try {
            return mapper.readValue(json, PlanChanges.class);
        } catch (JsonProcessingException ownRecords) {
            throw new IllegalStateException(ownRecords);
        }
    }
}
