package org.finplan.risk.network.scenario;

/** Whom each failure would lift above the cap, as compressed rows by the firm that fails. */
final class LiftedFirms {

    private final int[] start;
    private final int[] firm;
    private final double[] byFailed;

    private LiftedFirms(int[] start, int[] firm, double[] byFailed) {
        this.start = start;
        this.firm = firm;
        this.byFailed = byFailed;
    }

    /**
     * Turns round who is lifted by whom.
     *
     * @param firms how many firms there are
     * @param lifted firms that may be lifted, ascending
     * @param by whose failures lift each of them
     * @param unit what a unit put into the failed firm does to it
     * @return by the firm that fails, each row in the order of lifted
     */
    static LiftedFirms of(int firms, int[] lifted, int[][] by, double[][] unit) {
        int[] start = new int[firms + 1];
        for (int[] failed : by) {
            for (int own : failed) {
                start[own + 1]++;
            }
        }
        for (int own = 1; own <= firms; own++) {
            start[own] += start[own - 1];
        }
        int[] next = start.clone();
        int[] firm = new int[start[firms]];
        double[] byFailed = new double[firm.length];
        for (int i = 0; i < lifted.length; i++) {
            for (int j = 0; j < by[i].length; j++) {
                int place = next[by[i][j]]++;
                firm[place] = lifted[i];
                byFailed[place] = unit[i][j];
            }
        }
        return new LiftedFirms(start, firm, byFailed);
    }

    int begin(int failed) {
        return start[failed];
    }

    int end(int failed) {
        return start[failed + 1];
    }

    int firm(int place) {
        return firm[place];
    }

    /** {@return what a unit put into the failed firm does to the one at this place} */
    double byFailed(int place) {
        return byFailed[place];
    }
}
