package org.finplan.risk.network.trigger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.risk.rule.Subject;
import org.jdbi.v3.core.Jdbi;

/** Which alerts of a city are carried by which. What mutes alerts is reckoned from these rows, in the database. */
@ApplicationScoped
class CarriedAlertRepository {

    private static final String INSERT = """
            INSERT INTO network_carried_alert (region, rule, subject, root_rule, root_subject)
            SELECT :region, n.rule, n.subject, n.root_rule, n.root_subject
            FROM unnest(:rules, :subjects, :rootRules, :rootSubjects) AS n (rule, subject, root_rule, root_subject)""";

    private final Jdbi jdbi;

    CarriedAlertRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts the roots of a city's alerts in the place of those before. */
    void replace(String city, Map<Subject, Subject> roots) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM network_carried_alert WHERE region = :region")
                .bind("region", city)
                .execute());
        if (roots.isEmpty()) {
            return;
        }
        List<Map.Entry<Subject, Subject>> rows = List.copyOf(roots.entrySet());
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("region", city)
                .bindArray(
                        "rules", String.class, column(rows, row -> row.getKey().rule()))
                .bindArray("subjects", String.class, column(rows, row -> row.getKey()
                        .key()))
                .bindArray("rootRules", String.class, column(rows, row -> row.getValue()
                        .rule()))
                .bindArray("rootSubjects", String.class, column(rows, row -> row.getValue()
                        .key()))
                .execute());
    }

    private static List<String> column(
            List<Map.Entry<Subject, Subject>> rows, Function<Map.Entry<Subject, Subject>, String> value) {
        return rows.stream().map(value).toList();
    }
}
