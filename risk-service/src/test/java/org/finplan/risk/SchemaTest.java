package org.finplan.risk;

import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.SchemaContract;
import org.junit.jupiter.api.Test;

@FinplanTest
class SchemaTest {

    @Test
    void theSharedTablesAreThoseOfTheLibraries() {
        SchemaContract.sharedTablesAreTheLibraries();
    }

    @Test
    void theServiceOwnsNothingAndEveryTableWithARegionIsGuarded() {
        SchemaContract.appRoleOwnsNothing("risk");
        SchemaContract.rowSecurityIsForced(
                "risk",
                "alert",
                "alert_timeline",
                "rule_assessment",
                "npl_figure",
                "notice",
                "silence",
                "inhibition_rule");
        SchemaContract.tablesAreAppendOnly("risk", "alert_timeline", "notice_publication", "audit_record");
    }
}
