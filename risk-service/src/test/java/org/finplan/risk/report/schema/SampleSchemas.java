package org.finplan.risk.report.schema;

import org.finplan.risk.institution.SampleKinds;

/** The schemas of the program, for tests without it. */
public final class SampleSchemas {

    private SampleSchemas() {}

    /** {@return all} */
    static MetricSchemas all() {
        return new MetricSchemas(SampleKinds.ofThePlan());
    }

    /** {@return that of a kind} */
    public static MetricSchema of(String kind) {
        return all().of(kind).orElseThrow();
    }
}
