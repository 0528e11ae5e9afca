package org.finplan.platform.planversion.archived;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.sql.Row;
import org.finplan.platform.time.BusinessTime;
import org.jdbi.v3.core.Jdbi;

/** The plans that are archived, a handful, and since when. */
@ApplicationScoped
public class ArchivedPlans {

    private static final String ALL = "SELECT plan, archived_at FROM archived_plan";
    private static final String ADD =
            "INSERT INTO archived_plan (plan, archived_at) VALUES (:plan, :at) ON CONFLICT DO NOTHING";

    private final Jdbi jdbi;

    ArchivedPlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Archived(String plan, Instant at) {}

    /** {@return since when plans are archived, by their codes} */
    public Map<String, Instant> since() {
        return jdbi
                .withHandle(handle -> handle.createQuery(ALL)
                        .map(Row.to(row -> new Archived(row.text("plan"), row.instant("archived_at"))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Archived::plan, Archived::at));
    }

    /**
     * Refuses to write to an archived plan.
     *
     * @param plan plan code
     * @throws ProblemException 409 {@code plan-archived} when it is, with the day since when
     */
    public void requireOpen(String plan) {
        Instant since = since().get(plan);
        if (since != null) {
            throw new ProblemException(ArchivedPlanError.PLAN_ARCHIVED, reason(plan, since));
        }
    }

    /**
     * Says why a plan takes no writes.
     *
     * @param plan plan code
     * @param since when it was archived
     * @return a sentence
     */
    public static LocalizedText reason(String plan, Instant since) {
        String day = BusinessTime.dayOf(since).toString();
        return new LocalizedText(
                "规划 " + plan + " 自 " + day + " 起已归档，只读。",
                "The plan " + plan + " is archived since " + day + ": read only.");
    }

    void add(String plan, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(ADD).bind("plan", plan).bind("at", at).execute());
    }
}
