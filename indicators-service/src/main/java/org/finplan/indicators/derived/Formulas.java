package org.finplan.indicators.derived;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.finplan.indicators.database.SeriesDependents;
import org.finplan.indicators.expression.FormulaException;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/**
 * The formulas in force. Compiled ones are kept until a further version is stored, by this instance or another one. Who
 * computes holds a shared lock, who changes a formula the exclusive one, both before any lock of a series.
 */
@ApplicationScoped
public class Formulas implements SeriesDependents {

    private static final Logger LOG = Logger.getLogger(Formulas.class);
    private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final FormulaRepository repository;
    private final FormulaCompiler compiler;
    private final PlanRegister register;
    /** One for each snapshot of the plans, since the series of a formula stand in them. */
    private final Supplier<AtomicReference<Kept>> kept;

    private record Kept(int sequence, FormulaGraph graph) {}

    Formulas(FormulaRepository repository, PlanRegister register, SeriesRules rules) {
        this.repository = repository;
        this.register = register;
        this.compiler = new FormulaCompiler(register, rules);
        this.kept = register.derived(() -> new AtomicReference<>(new Kept(-1, new FormulaGraph(List.of()))));
    }

    /**
     * Compiles a formula.
     *
     * @param definition its definition; the series of its inputs and its own are known
     * @return the series, ready to compute
     * @throws FormulaException when the formula cannot be taken
     */
    public ComputedSeries compile(Definition definition) {
        return compiler.compile(definition);
    }

    @Override
    public Set<String> dependents(Collection<String> series) {
        repository.lockShared();
        return current().dependents(series);
    }

    /** {@return the active formulas} */
    public FormulaGraph current() {
        int newest = repository.newestSequence();
        AtomicReference<Kept> kept = this.kept.get();
        Kept found = kept.get();
        if (found.sequence() != newest) {
            // A version stored meanwhile only makes the graph newer than its number; it is then read once more.
            found = new Kept(newest, graph(ANY_TIME));
            kept.set(found);
        }
        return found.graph();
    }

    /**
     * The formulas that were active then.
     *
     * @param asOf an instant
     * @return the formulas
     */
    public FormulaGraph asOf(Instant asOf) {
        return graph(asOf);
    }

    /** Waits until nobody computes any more, and keeps others from computing until the transaction ends. */
    public void lock() {
        repository.lock();
    }

    /** {@return the newest version of each formula, those that are only noted among them, by code} */
    public List<Definition> newest() {
        return repository.current(ANY_TIME);
    }

    /**
     * The formulas as they were known, those that are only noted among them.
     *
     * @param asOf an instant
     * @return the newest version of each as known then, by code
     */
    public List<Definition> newest(Instant asOf) {
        return repository.current(asOf);
    }

    /**
     * Reads all versions of a formula.
     *
     * @param code series code
     * @return the versions from the first on
     * @throws ProblemException 404 when the series has no formula
     */
    public List<Definition> versions(String code) {
        List<Definition> versions = find(code);
        if (versions.isEmpty()) {
            LocalizedText text = new LocalizedText("序列 " + code + " 没有公式。", "The series " + code + " has no formula.");
            throw new ProblemException(WebError.NOT_FOUND, text);
        }
        return versions;
    }

    /**
     * Whether a series has a formula, be it only noted.
     *
     * @param code series code
     * @return whether it has
     */
    public boolean exists(String code) {
        return !find(code).isEmpty();
    }

    /**
     * Stores versions of formulas. The caller holds the {@link #lock}.
     *
     * @param versions first or further versions
     */
    public void add(List<Definition> versions) {
        repository.insert(versions);
    }

    private List<Definition> find(String code) {
        return register.series().find(code).isEmpty() ? List.of() : repository.versions(code);
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
