package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.risk.alert.AlertRaisingService.Judged;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rule.WarningPolicy;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand findings in one run, fifty silences and twenty inhibition rules: followed, read and muted in sets. */
@FinplanTest
class AlertStormTest {

    private static final int STORM = 10_000;
    private static final String REGION = "SAMPLE-WEST";
    private static final LocalizedText TEXT = new LocalizedText("演示样本", "sample");

    @Inject
    AlertRaisingService raising;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void calm() {
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE silence SET ended_at = now(), ended_by = 'sample' WHERE reason = 'storm'");
            handle.execute("UPDATE inhibition_rule SET retired_at = now(), retired_by = 'sample' WHERE reason = 'storm'");
            handle.execute("UPDATE alert SET told = true WHERE region = '" + REGION + "'");
        });
    }

    private static Judged judged(int n, Verdict verdict) {
        String rule = "storm-" + n % 20;
        Subject subject = new Subject.Institution(rule, "sample-15fyp", "sample", REGION, "STORM" + n / 20, null);
        Finding finding = new Finding(subject, 1, "2027", null, null, null, "PCT", null, new UUID(7, n), verdict);
        return new Judged(1, subject, WarningPolicy.IMMEDIATE, List.of(finding), TEXT);
    }

    private void run(Verdict verdict) {
        List<Judged> all =
                IntStream.range(0, STORM).mapToObj(n -> judged(n, verdict)).toList();
        long before = System.nanoTime();
        QuarkusTransaction.requiringNew().timeout(120).run(() -> raising.follow(all, new UUID(7, 7)));
        System.out.println("STORM followed in ms " + (System.nanoTime() - before) / 1_000_000);
    }

    /** Twenty rules each of which mutes the next one, and fifty silences of everything up to blue. */
    private void mute() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO inhibition_rule (id, version, region, regions, source_rule, target_rule, equal_on, reason,
                        created_by, created_at)
                    SELECT gen_random_uuid(), 0, 'SAMPLE-CITY', '{SAMPLE-CITY,SAMPLE-WEST,SAMPLE-EAST}', 'storm-' || n,
                        CASE WHEN n < 19 THEN 'storm-' || n + 1 END,
                        CASE WHEN n % 2 = 0 THEN 'institution' ELSE 'region' END, 'storm', 'sample', now()
                    FROM generate_series(0, 19) n""");
            handle.execute("""
                    INSERT INTO silence (id, version, region, regions, level, starts_at, ends_at, reason, created_by, created_at,
                        second_person)
                    SELECT gen_random_uuid(), 0, 'SAMPLE-CITY', '{SAMPLE-CITY,SAMPLE-WEST,SAMPLE-EAST}', 2, now(),
                        now() + interval '1 day', 'storm', 'sample', now(), false
                    FROM generate_series(1, 50) n""");
        });
    }

    private List<String> explained(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery("EXPLAIN (ANALYZE, COSTS OFF) " + sql).mapTo(String.class).list());
    }

    @Test
    void aStormIsFollowedReadAndMutedInSets() {
        mute();
        run(new Verdict.Breached(Level.YELLOW, TEXT));
        for (String sql : List.of("SELECT count(*) FROM alert_mute", "SELECT * FROM alert_mute WHERE muted_alert = (SELECT id FROM alert WHERE rule = 'storm-3' LIMIT 1)", "SELECT * FROM alert_mute WHERE muted_alert = ANY (ARRAY(SELECT id FROM alert WHERE rule = 'storm-3' LIMIT 200))",
            "WITH untold AS MATERIALIZED (SELECT id FROM alert WHERE NOT told AND state = 'raised') SELECT id FROM untold WHERE id NOT IN (SELECT muted_alert FROM alert_mute WHERE muted_alert = ANY (ARRAY(SELECT id FROM untold))) LIMIT 100")) {
            System.out.println("STORM " + sql);
            explained(sql).forEach(line -> System.out.println("STORM " + line));
        }
        long b = System.nanoTime();
        as("risk-officer-SAMPLE-CITY").get("/api/v1/alert-groups?limit=500").then().statusCode(200);
        System.out.println("STORM groups ms " + (System.nanoTime() - b) / 1_000_000); b = System.nanoTime();
        as("risk-officer-SAMPLE-CITY").get("/api/v1/alerts?limit=200").then().statusCode(200);
        System.out.println("STORM list ms " + (System.nanoTime() - b) / 1_000_000);
        run(new Verdict.Breached(Level.ORANGE, TEXT));
        run(new Verdict.Clear(TEXT));
    }
}
