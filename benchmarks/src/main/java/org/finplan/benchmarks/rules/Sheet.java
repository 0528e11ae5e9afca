package org.finplan.benchmarks.rules;

/** The report of an institution of a period as a fact of Drools. Public, since Drools compiles against it. */
public final class Sheet {

    private final int institution;
    private final int period;
    private final long[] figures;

    Sheet(int institution, int period) {
        this.institution = institution;
        this.period = period;
        this.figures = new long[SampleReports.metrics().size()];
        for (int metric = 0; metric < figures.length; metric++) {
            figures[metric] = SampleReports.figure(institution, period, metric);
        }
    }

    /** {@return number of the institution} */
    public int institution() {
        return institution;
    }

    /** {@return number of the period} */
    public int period() {
        return period;
    }

    /**
     * A figure.
     *
     * @param metric number of the metric
     * @return what was reported
     */
    public long figure(int metric) {
        return figures[metric];
    }
}
