package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
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
    private static final String REGION = "SAMPLE-EAST";
    private static final String OFFICER = "risk-officer-SAMPLE-CITY";
    private static final String ENTRIES =
            "SELECT count(*) FROM alert_timeline t JOIN alert a ON a.id = t.alert WHERE a.rule LIKE 'storm-%%' AND t.kind = '%s'";
    private static final LocalizedText TEXT = new LocalizedText("演示样本", "sample");

    @Inject
    AlertRaisingService raising;

    @Inject
    UnmutedAlerts unmuted;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void calm() {
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE silence SET ended_at = now(), ended_by = 'sample' WHERE reason = 'storm'");
            handle.execute(
                    "UPDATE inhibition_rule SET retired_at = now(), retired_by = 'sample' WHERE reason = 'storm'");
            handle.execute("UPDATE alert SET told = true, state = 'closed', outcome = 'cause-gone', closed_at = now(),"
                    + " due_at = NULL WHERE rule LIKE 'storm-%' AND state <> 'closed'");
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
        QuarkusTransaction.requiringNew().timeout(120).run(() -> raising.follow(all, new UUID(7, 7)));
    }

    private static LocalizedText text(String en) {
        return new LocalizedText("演示样本", en);
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** Twenty rules each of which mutes the next one, and fifty silences of everything up to blue. */
    private void mute() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO inhibition_rule (id, version, region, regions, source_rule, target_rule, equal_on, reason,
                        created_by, created_at)
                    SELECT gen_random_uuid(), 0, 'SAMPLE-CITY', '{SAMPLE-CITY,SAMPLE-EAST}', 'storm-' || n,
                        CASE WHEN n < 19 THEN 'storm-' || n + 1 END,
                        CASE WHEN n % 2 = 0 THEN 'institution' ELSE 'region' END, 'storm', 'sample', now()
                    FROM generate_series(0, 19) n""");
            handle.execute("""
                    INSERT INTO silence (id, version, region, regions, level, starts_at, ends_at, reason, created_by, created_at,
                        second_person)
                    SELECT gen_random_uuid(), 0, 'SAMPLE-CITY', '{SAMPLE-CITY,SAMPLE-EAST}', 2, now(),
                        now() + interval '1 day', 'storm', 'sample', now(), false
                    FROM generate_series(1, 50) n""");
        });
    }

    @Test
    void aStormIsFollowedReadAndMutedInSets() {
        mute();
        run(new Verdict.Breached(Level.YELLOW, text("first")));
        assertThat(count(ENTRIES.formatted("raised"))).isEqualTo(STORM);
        as(OFFICER)
                .get("/api/v1/alert-groups?by=region&limit=500")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.region == 'SAMPLE-EAST' }")
                .body("count", greaterThanOrEqualTo(STORM), "muted", greaterThanOrEqualTo(STORM));
        as(OFFICER)
                .get("/api/v1/alerts?limit=100&region=" + REGION + "&sort=-raisedAt")
                .then()
                .statusCode(200)
                .body("items", hasSize(100), "items.muted", everyItem(notNullValue()));
        assertThat(unmuted.due()).as("nothing that is muted is told").isEmpty();

        run(new Verdict.Breached(Level.YELLOW, text("first")));
        assertThat(count(ENTRIES.formatted("evidence"))).as("the same again").isZero();
        run(new Verdict.Breached(Level.ORANGE, text("second")));
        assertThat(count(ENTRIES.formatted("level-raised"))).isEqualTo(STORM);
    }

    @Test
    void whatMutesIsFoundByIndexes() {
        mute();
        List<String> plan = QueryPlan.of(jdbi, "SELECT * FROM alert_mute");
        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("ix_alert_open"))
                .anySatisfy(line -> assertThat(line).contains("ix_alert_institution"));
    }
}
