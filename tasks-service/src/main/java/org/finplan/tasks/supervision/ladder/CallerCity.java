package org.finplan.tasks.supervision.ladder;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;

/** The city whose rules of supervision a caller means. */
@ApplicationScoped
public class CallerCity {

    private final RegionScope scope;

    CallerCity(RegionScope scope) {
        this.scope = scope;
    }

    /**
     * The city that was named, or the only one that the caller reads.
     *
     * @param city code of a city, or null
     * @return code of the city
     * @throws ProblemException 404 {@code not-found} when it is none that the caller reads, 400 {@code invalid-parameter} when it is
     *     not said though there are several
     */
    public String readable(@Nullable String city) {
        List<String> cities = scope.cities();
        if (cities.isEmpty() || (city != null && !cities.contains(city))) {
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    new LocalizedText("没有您可查看的城市的督办规则。", "There are no rules of supervision of a city that you read."));
        }
        if (city == null && cities.size() > 1) {
            throw ProblemException.invalidParameter("city", null, cities);
        }
        return city == null ? cities.get(0) : city;
    }

    /**
     * The same, for a caller who sets something.
     *
     * @param city code of a city, or null
     * @return code of the city
     * @throws ProblemException 403 {@code region-not-in-scope} when the caller does not act for it
     */
    public String writable(@Nullable String city) {
        String found = readable(city);
        scope.requireWritable(found);
        return found;
    }
}
