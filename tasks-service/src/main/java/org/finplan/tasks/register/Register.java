package org.finplan.tasks.register;

import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.register.RegisterDefinition;

/**
 * A register as one plan asks for it.
 *
 * @param read the package of the plan that is in force
 * @param definition what the plan says of the register; where the plan asks for it no more, what it said last
 * @param retired whether the plan in force asks for it no more
 */
public record Register(PlanPackage read, RegisterDefinition definition, boolean retired) {

    /** {@return code of the plan} */
    public String plan() {
        return read.plan().code();
    }

    /** {@return code of the register} */
    public String code() {
        return definition.code();
    }

    /** {@return code of the city that the plan is for} */
    public String city() {
        return read.city();
    }
}
