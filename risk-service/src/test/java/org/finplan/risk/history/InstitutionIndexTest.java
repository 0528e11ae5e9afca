package org.finplan.risk.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.risk.institution.SampleInstitution;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of one institution, and what is listed, has an index. */
@FinplanTest
class InstitutionIndexTest {

    /** Of a table with next to nothing in it any index will do, so there is something, for as long as the plan is asked for. */
    private static final String RECORDS = """
            INSERT INTO supervision_record (id, version, institution, channel, mode, occurred_on, title, findings, amounts,
                attachments, withdrawn, entered_by, entered_at, recorded_by, recorded_at)
            SELECT gen_random_uuid(), 1, :institution, 'on_site', 'online', date '2025-01-01' + n % 300, 'sample', 'sample', '[]',
                '[]', false, 'sample', now(), 'sample', now() FROM generate_series(1, 2000) AS n""";

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM supervision_record ORDER BY occurred_on DESC, id DESC LIMIT 5 | ix_supervision_record_day",
                "SELECT * FROM supervision_record WHERE institution = 'A' ORDER BY occurred_on DESC, id DESC LIMIT 5"
                        + " | ix_supervision_record_institution",
                "SELECT * FROM ownership_link WHERE institution = 'A' AND owned = 'B' | ix_ownership_link_",
                "SELECT * FROM ownership_link WHERE holder_key = ANY ('{A,B}') | ix_ownership_link_holder",
                "SELECT * FROM institution_exit ORDER BY created_at DESC, id DESC LIMIT 5 | ix_institution_exit_created",
                "SELECT * FROM institution_exit_step WHERE exit = '018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10'"
                        + " | ix_institution_exit_step",
                "SELECT * FROM environmental_disclosure WHERE body = 'A' AND year = 2024 AND replaced_at IS NULL"
                        + " | _environmental_disclosure_",
                "SELECT * FROM institution_event WHERE institution = 'A' | ix_supervision_record_institution",
                "SELECT * FROM institution_event WHERE institution = 'A' | ix_institution_exit_step_file",
                "SELECT * FROM institution_event WHERE institution = 'A' | ix_alert_institution"
            })
    void whatIsAskedForHasAnIndex(String sql, String index) {
        assertThat(plan(sql)).anySatisfy(line -> assertThat(line).contains(index));
    }

    private List<String> plan(String sql) {
        String institution = SampleInstitution.registered("microloan", "441202");
        QuarkusTransaction.begin();
        try {
            return jdbi.withHandle(handle -> {
                handle.createUpdate(RECORDS).bind("institution", institution).execute();
                handle.execute("SET LOCAL enable_seqscan = off");
                handle.execute("SET LOCAL enable_bitmapscan = off");
                handle.execute("SET LOCAL enable_sort = off");
                return handle.createQuery("EXPLAIN " + sql).mapTo(String.class).list();
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
