package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** Who may change rules, which bind every city that the program serves. */
@ApplicationScoped
class RuleRights {

    private final RegionScope scope;

    RuleRights(RegionScope scope) {
        this.scope = scope;
    }

    void requireEveryCity() {
        if (!scope.readsEveryCity()) {
            throw new ProblemException(
                    WebError.FORBIDDEN,
                    new LocalizedText(
                            "规则对所有城市生效，只有负责全部城市的人可以修改。",
                            "Rules bind every city; who is bound to some of them cannot change one."));
        }
    }
}
