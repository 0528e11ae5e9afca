package org.finplan.indicators.planchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.finplan.platform.plan.PlanPackage;
import org.jdbi.v3.core.Jdbi;

/** The table of what versions of plan packages said otherwise. */
@ApplicationScoped
public class PlanChangeRepository {

    private static final String INSERT =
            "INSERT INTO plan_change (plan, version, total, changes) VALUES (:plan, :version, :total, :changes)";
    private static final String FIND = "SELECT changes FROM plan_change WHERE plan = :plan AND version = :version";

    private final Jdbi jdbi;
    private final ObjectMapper mapper;

    PlanChangeRepository(Jdbi jdbi, ObjectMapper mapper) {
        this.jdbi = jdbi;
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
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("plan", after.plan().code())
                .bind("version", version)
                .bind("total", changes.total())
                .bind("changes", written(changes))
                .execute());
    }

    /**
     * Finds what a version said otherwise.
     *
     * @param plan plan code
     * @param version number of the version
     * @return what it said, empty of one that never came in force
     */
    public Optional<PlanChanges> find(String plan, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                        .bind("plan", plan)
                        .bind("version", version)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
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
