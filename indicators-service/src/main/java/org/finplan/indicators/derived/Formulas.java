package org.finplan.indicators.derived;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.indicators.database.SeriesDependents;
import org.finplan.indicators.derived.formula.FormulaException;
import org.finplan.indicators.observation.SeriesRules;
import org.finplan.indicators.plan.Catalogue;
import org.jboss.logging.Logger;

/**
 * The formulas in force. Compiled ones are kept until a further version is stored, by this instance or another one. Who
 * computes holds a shared lock, who changes a formula the exclusive one, both before any lock of a series.
 */
@ApplicationScoped
class Formulas implements SeriesDependents {

    private static final Logger LOG = Logger.getLogger(Formulas.class);
    private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final FormulaRepository repository;
    private final FormulaCompiler compiler;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(-1, new FormulaGraph(List.of())));

    private record Kept(int sequence, FormulaGraph graph) {}

    Formulas(FormulaRepository repository, Catalogue catalogue, SeriesRules rules) {
        this.repository = repository;
        this.compiler = new FormulaCompiler(catalogue, rules);
    }

    FormulaCompiler compiler() {
        return compiler;
    }

    @Override
    public Set<String> dependents(Collection<String> series) {
        repository.lockShared();
        return current().dependents(series);
    }

    /** {@return the active formulas} */
    FormulaGraph current() {
        int newest = repository.newestSequence();
        Kept found = kept.get();
        if (found.sequence() != newest) {
            // A version stored meanwhile only makes the graph newer than its number; it is then read once more.
            found = new Kept(newest, graph(ANY_TIME));
            kept.set(found);
        }
        return found.graph();
    }

    /** {@return the formulas that were active at an instant} */
    FormulaGraph asOf(Instant asOf) {
        return graph(asOf);
    }

    private FormulaGraph graph(Instant asOf) {
        List<ComputedSeries> compiled = new ArrayList<>();
        for (Definition definition : repository.current(asOf)) {
            if (definition.active()) {
                try {
                    compiled.add(compiler.compile(definition));
                } catch (FormulaException | NoSuchElementException foreign) {
                    // A series or unit of a package that is loaded no more. Others go on.
                    LOG.warnf("formula %s is not computed: %s", definition.name(), foreign.getMessage());
                }
            }
        }
        return new FormulaGraph(compiled);
    }
}
