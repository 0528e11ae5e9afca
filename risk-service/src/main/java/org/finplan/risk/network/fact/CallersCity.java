package org.finplan.risk.network.fact;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** The one city for which a caller writes. */
@ApplicationScoped
public class CallersCity {

    private final RegionScope scope;

    CallersCity(RegionScope scope) {
        this.scope = scope;
    }

    /**
     * Finds it.
     *
     * @return region code of the city
     * @throws ProblemException 403 {@code forbidden} when the caller does not act for exactly one city
     */
    public String require() {
        return scope.city()
                .filter(scope.writable()::contains)
                .orElseThrow(() -> ProblemException.of(
                        WebError.FORBIDDEN, "仅限恰属一个城市的人员。", "Only for those who act for one city."));
    }
}
