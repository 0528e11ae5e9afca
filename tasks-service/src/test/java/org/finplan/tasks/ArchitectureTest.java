package org.finplan.tasks;

import org.finplan.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("org.finplan.tasks");

    @Test
    void followsTheRulesOfTheSuite() {
        RULES.check();
    }

    @Test
    void rulesAndLifeCyclesKnowNoFramework() {
        RULES.checkPure("LeafStatus", "LeafRegions", "Standing", "SearchText", "Review", "FlagReason", "TreeRows");
    }
}
