package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.finplan.risk.rule.PlanRules;
import org.finplan.risk.rule.PlanTerms;
import org.finplan.risk.rule.RuleCodes;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.definition.SourceStatus;
import org.jboss.logging.Logger;

/** What is in force now. It is read again when its number changed, so that every instance of this program has the same. */
@ApplicationScoped
public class ActiveRules implements RuleCodes, PlanRules {

    /**
     * What is in force together.
     *
     * @param number number of the set
     * @param rules the published rules, by code
     * @param local stricter limits of regions
     * @param unreadable codes of published rules whose stored text this program cannot read; they judge nothing
     */
    public record Book(long number, List<RuleDefinition> rules, List<LocalLimit> local, List<String> unreadable) {

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

    private static final Logger LOG = Logger.getLogger(ActiveRules.class);
    private static final int SETS_KEPT = 8;

    /** A rule as it was read of a text. */
    private record Read(RuleRequest content, RuleDefinition rule) {}

    private final RuleSetRepository sets;
    private final RuleVersionRepository versions;
    private final LocalLimitRepository local;
    private final Metrics metrics;
    private final ShippedRulesLoader shipped;
    private final Map<String, Read> definitions = new ConcurrentHashMap<>();
    private final Map<Long, Book> books = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Book book = new Book(0, List.of(), List.of(), List.of());

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
        Book read = read(number, versions.in(RuleState.PUBLISHED), local.all());
        book = read;
        return read;
    }

    /**
     * What was in force by an earlier number.
     *
     * @param number number of a set
     * @return the same rules and limits as then; empty when there is no such set
     */
    public Book book(long number) {
        Book known = book().number() == number ? book : books.get(number);
        if (known != null) {
            return known;
        }
        List<String> members = sets.members(number);
        List<RuleContents.Key> keys = members.stream()
                .filter(member -> member.indexOf('@') > 0)
                .map(member -> member.split("@", 2))
                .map(parts -> new RuleContents.Key(parts[0], Integer.parseInt(parts[1])))
                .toList();
        List<LocalLimit> limits = local.all().stream()
                .filter(limit -> members.contains(limit.rule() + "#" + limit.id()))
                .toList();
        Book read = read(number, versions.of(keys), limits);
        synchronized (books) {
            books.put(number, read);
            if (books.size() > SETS_KEPT) {
                books.remove(books.keySet().iterator().next());
            }
        }
        return read;
    }

    /** A rule that this program cannot read judges nothing; the others go on. */
    private Book read(long number, List<RuleVersion> stored, List<LocalLimit> limits) {
        List<RuleDefinition> rules = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (RuleVersion version : stored) {
            try {
                rules.add(definition(version));
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Rule %s version %d is not in force", version.code(), version.version());
                unreadable.add(version.code());
            }
        }
        return new Book(number, List.copyOf(rules), limits, List.copyOf(unreadable));
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
                .filter(version -> version.state() != RuleState.RETIRED && version.content() != null)
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

    /**
     * Reads a version; what is stored was valid when it was written.
     *
     * @throws RuntimeException when this program cannot read it
     */
    RuleDefinition definition(RuleVersion version) {
        if (version.content() == null) {
            throw new IllegalStateException("its text cannot be read");
        }
        String key = version.code() + "@" + version.version();
        Read known = definitions.get(key);
        if (known != null && known.content().equals(version.content())) {
            return known.rule();
        }
        RuleDefinition rule = RuleReader.read(version.content(), version.version(), metrics.catalogue());
        definitions.put(key, new Read(version.content(), rule));
        return rule;
    }

    @Override
    public List<String> codes() {
        shipped.ensure();
        return Stream.concat(versions.codes().stream(), Stream.of(Subject.FailedRule.RULE))
                .sorted()
                .toList();
    }

    @Override
    public Optional<PlanTerms> terms(String code) {
        return book().find(code).flatMap(ActiveRules::terms);
    }

    private static Optional<PlanTerms> terms(RuleDefinition rule) {
        return rule.signal() instanceof Signal.OfPlan signal
                ? Optional.of(new PlanTerms(
                        rule.version(),
                        signal.levels().stream().map(rule.status()::cap).toList(),
                        rule.warning(),
                        rule.status() == SourceStatus.CONFIRMED,
                        signal.thresholds()))
                : Optional.empty();
    }
}
