package org.finplan.indicators.loading;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.SeriesDefinition;

/**
 * A version of a plan package on its way into force.
 *
 * @param before the version in force, null when there is none or it is not known
 * @param after the new version
 * @param version its number, 1 for the first
 * @param reason why it was published
 * @param author who published it
 */
public record PackageChange(PlanPackage before, PlanPackage after, int version, String reason, String author) {

    private static final String MARK = "plan:";

    /** {@return code of the plan} */
    public String plan() {
        return after.plan().code();
    }

    /** {@return codes of the series of both versions: whatever it writes is of one of them} */
    Set<String> series() {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .flatMap(said -> said.series().stream())
                .map(SeriesDefinition::code)
                .collect(Collectors.toSet());
    }

    /**
     * Who records what it brings: the plan, the version of its package and who published that, such as
     * {@code plan:zq-fin-14fyp@3:city-admin}; of a first version the plan alone.
     *
     * @return the name
     */
    String recordedBy() {
        return version == 1 ? recordedBy(plan()) : recordedBy(plan()) + "@" + version + ":" + author;
    }

    /**
     * Who records what the first version of a plan's package brings; the names of further versions begin with it.
     *
     * @param plan plan code
     * @return the name
     */
    static String recordedBy(String plan) {
        return MARK + plan;
    }

    /**
     * Whether a version of something came from a package of this plan.
     *
     * @param recordedBy who recorded it
     * @return whether it did
     */
    boolean brought(String recordedBy) {
        String own = recordedBy(plan());
        return recordedBy.equals(own) || recordedBy.startsWith(own + "@");
    }
}
