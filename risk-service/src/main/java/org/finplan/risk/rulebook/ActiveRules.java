package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.risk.rule.PlanRules;
import org.finplan.risk.rule.PlanTerms;
import org.finplan.risk.rule.RuleCodes;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.definition.SourceStatus;

/** What is in force now. It is read again when its number changed, so that every instance of this program has the same. */
@ApplicationScoped
public class ActiveRules implements RuleCodes, PlanRules {

    /**
     * What is in force together.
     *
     * @param number number of the set
     * @param rules the published rules, by code
     * @param local stricter limits of regions
     */
    public record Book(long number, List<RuleDefinition> rules, List<LocalLimit> local) {

        /**
         * Finds a rule.
         *
         * @param code its code
         * @return the rule, empty when none of that code is in force
         */
        public Optional<RuleDefinition> find(String code) {
            return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
        }
    }

    private final RuleSetRepository sets;
    private final RuleVersionRepository versions;
    private final LocalLimitRepository local;
    private final Metrics metrics;
    private final ShippedRulesLoader shipped;
    private volatile Book book = new Book(0, List.of(), List.of());

    ActiveRules(
            RuleSetRepository sets,
            RuleVersionRepository versions,
            LocalLimitRepository local,
            Metrics metrics,
            ShippedRulesLoader shipped) {
        this.sets = sets;
        this.versions = versions;
        this.local = local;
        this.metrics = metrics;
        this.shipped = shipped;
    }

    /** {@return what is in force for the transaction of the caller} */
    public Book book() {
        shipped.ensure();
        long number = sets.newest();
        Book known = book;
        if (known.number() == number) {
            return known;
        }
        Book read = new Book(
                number,
                versions.in(RuleState.PUBLISHED).stream().map(this::definition).toList(),
                local.all());
        book = read;
        return read;
    }

    /**
     * A version on its way, and the one in force.
     *
     * @param published the one in force, empty when there is none
     * @param candidate the one on its way, or the one in force when none is
     * @param state how far the candidate is
     */
    public record Compared(Optional<RuleDefinition> published, RuleDefinition candidate, String state) {}

    /**
     * What is compared of a rule.
     *
     * @param code its code
     * @return the version in force and the one on its way
     * @throws org.finplan.platform.problem.ProblemException 404 when the rule has neither
     */
    public Compared compared(String code) {
        shipped.ensure();
        List<RuleVersion> living = versions.of(code).stream()
                .filter(version -> version.state() != RuleState.RETIRED)
                .toList();
        if (living.isEmpty()) {
            throw RuleProblems.notFound(code, versions.codes());
        }
        return new Compared(
                living.stream()
                        .filter(version -> version.state() == RuleState.PUBLISHED)
                        .findFirst()
                        .map(this::definition),
                definition(living.get(0)),
                living.get(0).state().code());
    }

    /** Reads a version; what is stored was valid when it was written. */
    RuleDefinition definition(RuleVersion version) {
        return RuleReader.read(version.content(), version.version(), metrics.catalogue());
    }

    @Override
    public List<String> codes() {
        shipped.ensure();
        return versions.codes();
    }

    @Override
    public Optional<PlanTerms> terms(String code) {
        return book().find(code)
                .filter(rule -> rule.signal() instanceof Signal.OfPlan)
                .map(rule -> new PlanTerms(
                        rule.version(), rule.levels(), rule.warning(), rule.status() == SourceStatus.CONFIRMED));
    }
}
