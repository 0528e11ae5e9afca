package org.finplan.risk.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rule.WarningPolicy;
import org.jdbi.v3.core.Jdbi;

/** Raises alerts of sample rules about a district of Sample City, so that what mutes them disturbs no other test. */
@ApplicationScoped
class SampleAlerts {

    static final String REGION = "SAMPLE-EAST";
    private static final LocalizedText TEXT = new LocalizedText("演示样本", "sample");

    private final AlertRaisingService raising;
    private final Jdbi jdbi;

    SampleAlerts(AlertRaisingService raising, Jdbi jdbi) {
        this.raising = raising;
        this.jdbi = jdbi;
    }

    /** Makes the code of a rule known, by a version that is retired and judges nothing. */
    String known(String rule) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO rule_version (code, version, state, content, created_by, created_at, retired_at)
                        SELECT CAST(:code AS text), 1, 'retired',
                               jsonb_set(content, '{code}', to_jsonb(CAST(:code AS text))), 'sample', now(), now()
                        FROM rule_version WHERE code = 'ML-01' AND version = 1
                        ON CONFLICT DO NOTHING""").bind("code", rule).execute());
        return rule;
    }

    /** Lets a rule find a breach, or with no level that all is well; returns the id of the alert. */
    String follow(String rule, Level level) {
        Subject subject = new Subject.PlanIndicator(rule, "sample-15fyp", "sample-indicator", REGION);
        Verdict verdict = level == null ? new Verdict.Clear(TEXT) : new Verdict.Breached(level, TEXT);
        Finding finding = new Finding(subject, 1, "2027", null, null, null, "PCT", null, UUID.randomUUID(), verdict);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        raising.follow(1, subject, WarningPolicy.IMMEDIATE, List.of(finding), TEXT, finding.event()));
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM alert WHERE rule = :rule")
                .bind("rule", rule)
                .mapTo(UUID.class)
                .one()
                .toString());
    }
}
