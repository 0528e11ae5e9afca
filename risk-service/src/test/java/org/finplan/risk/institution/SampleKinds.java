package org.finplan.risk.institution;

import java.util.Map;

/** The kinds of the program, for tests without it. */
public final class SampleKinds {

    private SampleKinds() {}

    /** {@return those of the plan} */
    public static InstitutionKinds ofThePlan() {
        return new InstitutionKinds(Map::of);
    }
}
