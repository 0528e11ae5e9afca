package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;

/**
 * Units that tasks are given to. A unit is a code, as with supervised matters: an organisation that the plan names, a region,
 * which means its office, or a unit that tokens of its officers name. The plan names no departments, so that the last are not
 * looked up in a list.
 */
@ApplicationScoped
public class Units {

    /** The codes that the gateway lets tokens name. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._:-]{1,64}");
    /** Regions are written so; whatever is and is none, was meant to be one. */
    private static final Pattern LIKE_A_REGION = Pattern.compile("[0-9A-Z]+(-[0-9A-Z]+)*");
    /** A unified social credit code, by which an institution is named (GB 32100). */
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

    private final PlanRegister plans;

    Units(PlanRegister plans) {
        this.plans = plans;
    }

    /**
     * Whether a code can be that of a unit.
     *
     * @param plan plan of the task, which is loaded
     * @param code the code
     * @return false for a code that has no form of one, and for one that looks like a region and is none of the plan's city
     */
    public boolean isUnit(String plan, String code) {
        return name(plan, code).isPresent() || canBeOfAToken(code);
    }

    static boolean canBeOfAToken(String code) {
        return CODE.matcher(code).matches()
                && (!LIKE_A_REGION.matcher(code).matches()
                        || CREDIT_CODE.matcher(code).matches());
    }

    /**
     * Names a unit.
     *
     * @param plan plan of the task, which is loaded
     * @param code code of the unit
     * @return the name of the organisation or region, empty for a unit that only tokens name
     */
    public Optional<LocalizedText> name(String plan, String code) {
        return plans.organisationName(plan, code)
                .or(() ->
                        plans.territory(plan).contains(code) ? Optional.of(plans.regionName(code)) : Optional.empty());
    }
}
