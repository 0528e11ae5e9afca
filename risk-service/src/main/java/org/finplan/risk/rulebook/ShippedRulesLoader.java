package org.finplan.risk.rulebook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.sql.SchemaState;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.content.ShippedRules;

/**
 * Puts the rules that this program brings along in force, once: a rule that is not there, or whose newest version is an earlier
 * release's and says something else. What a person wrote or retired stays as it is.
 */
@ApplicationScoped
class ShippedRulesLoader {

    static final String AUTHOR = "finplan";

    private static final int BEFORE_CONSUMERS = 1;

    private final RuleVersionRepository versions;
    private final RuleSets sets;
    private final Clock clock;
    private final SchemaState schema;
    private volatile boolean loaded;

    ShippedRulesLoader(RuleVersionRepository versions, RuleSets sets, Clock clock, SchemaState schema) {
        this.versions = versions;
        this.sets = sets;
        this.clock = clock;
        this.schema = schema;
    }

    /** A program that starts without its database loads them when rules are first asked for. */
    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent started) {
        if (schema.upToDate()) {
            ensure();
        }
    }

    /** Loads the rules unless this program has. Not to be called by who changes the rule book already. */
    void ensure() {
        if (!loaded) {
            QuarkusTransaction.requiringNew().run(this::load);
            loaded = true;
        }
    }

    private void load() {
        versions.lock();
        Map<String, RuleVersion> newest =
                versions.newest().stream().collect(Collectors.toMap(RuleVersion::code, Function.identity()));
        List<RuleVersion> added = new ArrayList<>();
        List<RuleVersion> replaced = new ArrayList<>();
        for (RuleRequest content : ShippedRules.read()) {
            RuleVersion known = newest.get(content.code());
            if (known == null) {
                added.add(new RuleVersion(content.code(), 1, RuleState.PUBLISHED, content, AUTHOR));
            } else if (known.author().equals(AUTHOR)
                    && known.state() == RuleState.PUBLISHED
                    && !content.equals(known.content())) {
                replaced.add(known);
                added.add(new RuleVersion(content.code(), known.version() + 1, RuleState.PUBLISHED, content, AUTHOR));
            }
        }
        if (!added.isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            versions.move(replaced, RuleState.RETIRED, "replaced by the next release", now);
            versions.insert(added, RuleState.PUBLISHED, AUTHOR, now);
            sets.changed(AUTHOR, now);
        }
    }
}
