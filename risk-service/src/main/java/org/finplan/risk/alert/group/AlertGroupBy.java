package org.finplan.risk.alert.group;

/** What the alerts of a group have in common. */
enum AlertGroupBy {
    REGION("region", "''"),
    RULE("''", "rule"),
    REGION_RULE("region", "rule");

    private final String region;
    private final String rule;

    AlertGroupBy(String region, String rule) {
        this.region = region;
        this.rule = rule;
    }

    /** {@return the region in SQL, an empty text when groups are over all regions} */
    String region() {
        return region;
    }

    /** {@return the rule in SQL, an empty text when groups are over all rules} */
    String rule() {
        return rule;
    }
}
