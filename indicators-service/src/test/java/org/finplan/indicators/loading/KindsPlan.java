package org.finplan.indicators.loading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;

/** A synthetic plan with a target of each kind (样例数据, no figure of it is real). */
public final class KindsPlan {

    /** The package. */
    public static final PlanPackage PLAN = PlanPackages.in(Path.of("src/test/resources/kinds-plan"));

    private KindsPlan() {}

    /** {@return its targets as they are loaded} */
    public static List<Target> targets() {
        return new PackageTargets(PLAN, Instant.EPOCH, "plan:kinds-plan").all();
    }

    /** {@return an indicator of it} */
    public static IndicatorDefinition indicator(String code) {
        return PLAN.indicators().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
