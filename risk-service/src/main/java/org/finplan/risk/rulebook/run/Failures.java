package org.finplan.risk.rulebook.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.jboss.logging.Logger;

/** Counts rules that failed to run. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final SortedMap<String, Integer> byRule = new TreeMap<>();

    void add(RuleDefinition rule, String institution, RuntimeException failed) {
        if (byRule.merge(rule.code(), 1, Integer::sum) == 1) {
            LOG.errorf(failed, "Rule %s version %d failed on %s", rule.code(), rule.version(), institution);
        }
    }

    /** {@return how many institutions each rule failed on, by code} */
    Map<String, Integer> byRule() {
        return byRule;
    }
}
