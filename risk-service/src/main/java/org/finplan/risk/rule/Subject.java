package org.finplan.risk.rule;

import jakarta.annotation.Nullable;
import java.util.Set;

/** What a rule judges, and what an alert is about: there is one alert for each rule and {@link #key()}. */
public sealed interface Subject
        permits Subject.PlanIndicator, Subject.Institution, Subject.FailedRule, Subject.NetworkFirm {

    /** {@return code of the rule} */
    String rule();

    /** {@return code of the region that it lies in} */
    String region();

    /** {@return the plan whose target or clause is at stake} */
    String plan();

    /**
     * {@return code of the indicator of the plan, what is judged of an institution, a formula over its metrics, the rule that fails, or
     * the firm of a network}
     */
    String indicator();

    /**
     * Whether an alert is about what a plan sets, so that it ends with the plan.
     *
     * @param rule code of its rule
     * @param institution the institution that it is about, or null
     * @return whether it is about neither an institution, nor a rule that fails, nor a firm of a network
     */
    static boolean isOfPlan(String rule, @Nullable String institution) {
        return institution == null && !rule.equals(FailedRule.RULE) && !NetworkFirm.RULES.contains(rule);
    }

    /** {@return what tells it from other subjects of the rule; the database reckons the same of the columns} */
    String key();

    /**
     * An indicator of a plan in a region.
     *
     * @param rule code of the rule
     * @param plan plan whose target is at stake
     * @param indicator indicator code
     * @param region region code
     */
    record PlanIndicator(String rule, String plan, String indicator, String region) implements Subject {
        @Override
        public String key() {
            return "plan/" + plan + "/" + indicator + "/" + region;
        }
    }

    /**
     * An institution, by itself or toward one counterpart. Its region and what is judged may change; it stays the same
     * subject.
     *
     * @param rule code of the rule
     * @param plan plan that asks for the supervision
     * @param indicator formula over the institution's metrics that is judged
     * @param region code of the region of the institution
     * @param institution unified social credit code
     * @param counterpart the borrower or group toward which the rule is judged, or null for the institution as a whole
     */
    record Institution(
            String rule, String plan, String indicator, String region, String institution, String counterpart)
            implements Subject {
        @Override
        public String key() {
            return "institution/" + institution + (counterpart == null ? "" : "/" + counterpart);
        }
    }

    /**
     * A rule that cannot be run, so that in a city nothing is watched by it. Its own rule is {@link #RULE}.
     *
     * @param plan plan that asks for the supervision
     * @param indicator code of the rule that fails
     * @param region code of the city
     */
    record FailedRule(String plan, String indicator, String region) implements Subject {

        /** Code of what finds that rules fail. It is no rule of the rule book: nobody can retire it. */
        public static final String RULE = "rule-failed";

        @Override
        public String rule() {
            return RULE;
        }

        @Override
        public String key() {
            return "rule/" + indicator + "/" + region;
        }
    }

    /**
     * A firm of a guarantee chain. Who guarantees whom is known to the city alone, so the alert is the city's.
     *
     * @param rule code of the rule
     * @param plan plan that asks for the watch over chains
     * @param indicator unified social credit code of the firm
     * @param region code of the city
     */
    record NetworkFirm(String rule, String plan, String indicator, String region) implements Subject {

        /** Codes of the rules about guarantee chains. */
        public static final Set<String> RULES = Set.of("TC-01", "TC-02");

        @Override
        public String key() {
            return "plan/" + plan + "/" + indicator + "/" + region;
        }
    }
}
