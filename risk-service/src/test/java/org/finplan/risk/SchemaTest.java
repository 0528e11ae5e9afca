package org.finplan.risk;

import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.SchemaContract;
import org.junit.jupiter.api.Test;

@FinplanTest
class SchemaTest {

    @Test
    void theSharedTablesAreThoseOfTheLibraries() {
        SchemaContract.sharedTablesAreTheLibraries();
        SchemaContract.archivedPlansAreThoseOfTheLibrary();
    }

    @Test
    void theServiceOwnsNothingAndEveryTableWithARegionIsGuarded() {
        SchemaContract.appRoleOwnsNothing("risk");
        SchemaContract.rowSecurityIsForced(
                "risk", "alert", "alert_timeline", "rule_assessment", "npl_figure", "notice", "rule_override");
        SchemaContract.rowSecurityIsForced("risk", "silence", "inhibition_rule");
        SchemaContract.rowSecurityIsForced(
                "risk",
                "institution",
                "institution_status",
                "institution_rating",
                "report_metric",
                "report_finding",
                "report_receipt",
                "report_source",
                "report_request",
                "institution_judgement",
                "peer_spread");
        SchemaContract.rowSecurityIsForced(
                "risk",
                "ownership_link",
                "supervision_record",
                "disclosure_body",
                "environmental_disclosure",
                "institution_exit",
                "institution_exit_step");
        SchemaContract.rowSecurityIsForced("risk", "network", "contagion_run", "failure_ranking", "ranked_failure");
        SchemaContract.tablesAreAppendOnly("risk", "network", "contagion_run", "ranked_failure");
        SchemaContract.tablesAreAppendOnly("risk", "institution_exit_step");
        SchemaContract.tablesAreAppendOnly("risk", "institution_status", "report_receipt");
        SchemaContract.tablesAreAppendOnly("risk", "alert_timeline", "notice_publication", "audit_record");
        SchemaContract.tablesAreAppendOnly("risk", "rule_set", "rule_override");
    }
}
