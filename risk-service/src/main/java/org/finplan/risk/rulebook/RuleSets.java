package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Makes the next number whenever something in force changed. */
@ApplicationScoped
class RuleSets {

    private final RuleSetRepository sets;
    private final RuleVersionRepository versions;
    private final LocalLimitRepository local;

    RuleSets(RuleSetRepository sets, RuleVersionRepository versions, LocalLimitRepository local) {
        this.sets = sets;
        this.versions = versions;
        this.local = local;
    }

    /** Writes down what is in force after a change, in its transaction. */
    void changed(String by, Instant at) {
        Stream<String> limits = local.all().stream().map(limit -> limit.rule() + "#" + limit.id());
        List<String> members =
                Stream.concat(versions.published().stream(), limits).toList();
        sets.insert(members, by, at);
    }
}
