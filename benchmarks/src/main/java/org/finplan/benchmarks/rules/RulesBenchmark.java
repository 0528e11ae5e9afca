package org.finplan.benchmarks.rules;

import org.finplan.benchmarks.facts.Verdicts;

/**
 * Measures the rule book: the evaluation of sixty rules alone beside the same rules in Drools, and a run over all institutions from
 * the rows of PostgreSQL to alerts, beside a bare client that only reads the rows: {@code benchmarks/run rules}.
 */
public final class RulesBenchmark {

    private RulesBenchmark() {}

    /**
     * Runs it and ends the process: 0 when the goals are reached, 1 when one is missed, 2 for options that mean nothing.
     *
     * @param arguments see {@link Options#parse}
     * @throws Exception when a server, a program or its files cannot be used
     */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        Verdicts verdicts = new Verdicts();
        Verdicts.print("%d processors, Java %s", Runtime.getRuntime().availableProcessors(), Runtime.version());
        new EvaluationBenchmark(options.institutions(), options.rounds(), verdicts).run();
        if (!options.evaluationOnly()) {
            try (RiskSite site = new RiskSite(options.root())) {
                Thread stop = new Thread(site::close);
                Runtime.getRuntime().addShutdownHook(stop);
                new RunBenchmark(options, site, verdicts).run();
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
        System.exit(verdicts.reached() ? 0 : 1);
    }
}
