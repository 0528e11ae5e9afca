package org.finplan.tasks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read has an index: it is what EXPLAIN names when the table may not be read from its beginning to its end. */
@FinplanTest
class EvidenceIndexTest {

    @Inject
    Jdbi jdbi;

    private List<String> plan(String sql) {
        return QueryPlan.of(jdbi, sql, QueryPlan.Way.BITMAPS, QueryPlan.Way.SORTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM evidence_citation WHERE observation = '00000000-0000-0000-0000-000000000000'"
                        + " | ix_evidence_citation_observation",
                "SELECT * FROM evidence_citation WHERE plan = 'a' AND task = 'b' AND region = 'c' | ix_evidence_citation_task",
                "SELECT * FROM evidence_citation WHERE claim = '00000000-0000-0000-0000-000000000000'"
                        + " ORDER BY part, item | evidence_citation_pkey",
                "SELECT * FROM evidence_change WHERE claim = '00000000-0000-0000-0000-000000000000'"
                        + " ORDER BY id | ix_evidence_change_claim",
                "SELECT * FROM observation_version WHERE indicator = 'a' AND region = 'b' AND NOT withdrawn"
                        + " ORDER BY period_end DESC, period_start LIMIT 1 | ix_observation_version_datum",
                "SELECT * FROM progress_report WHERE evidence_state = 'revised' ORDER BY id DESC LIMIT 50"
                        + " | ix_progress_report_evidence",
                "SELECT * FROM task_roll_up WHERE plan = 'a' AND task = 'b' ORDER BY version DESC LIMIT 1 | task_roll_up_pkey",
                "SELECT * FROM task WHERE lead = 'a' AND plan = 'b' ORDER BY ordinal LIMIT 50 | ix_task_led_by"
            })
    void whatEvidenceAsksForHasAnIndex(String sql, String index) {
        assertThat(plan(sql)).anySatisfy(line -> assertThat(line).contains(index));
    }
}
