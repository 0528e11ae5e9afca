package org.finplan.tasks.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.TasksPlanAnswered;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.participant.PlanParticipant;
import org.finplan.tasks.flag.FlagService;
import org.finplan.tasks.register.content.RegisterContent;
import org.finplan.tasks.task.content.TaskContent;
import org.jboss.logging.Logger;

/**
 * Puts the trees of the plan packages into the database as their versions come in force. Loading the same package again changes nothing; a
 * changed one rewrites what the plan says and leaves progress, flags, assigned leads and what people keep in registers as
 * they are.
 */
@ApplicationScoped
class TreeLoader implements PlanParticipant {

    private static final Logger LOG = Logger.getLogger(TreeLoader.class);

    private final PlanRegister plans;
    private final TreeRepository trees;
    private final TaskContent tasks;
    private final RegisterContent registers;
    private final FlagService flags;
    private final ObjectMapper json;
    private final Clock clock;

    TreeLoader(
            PlanRegister plans,
            TreeRepository trees,
            TaskContent tasks,
            RegisterContent registers,
            FlagService flags,
            ObjectMapper json,
            Clock clock) {
        this.plans = plans;
        this.trees = trees;
        this.tasks = tasks;
        this.registers = registers;
        this.flags = flags;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public EventData answer(String plan, int version, String fingerprint, boolean prepared, LocalizedText reason) {
        return new TasksPlanAnswered(plan, version, fingerprint, prepared, reason);
    }

    @Override
    public void enforce(PlanPackage read, int version) {
        load(read, version);
    }

    /**
     * Loads one package.
     *
     * @param read the package
     * @param version number of its version
     * @return whether anything changed
     */
    @Transactional
    boolean load(PlanPackage read, int version) {
        String plan = read.plan().code();
        trees.lock(plan);
        if (trees.fingerprint(plan).filter(read.fingerprint()::equals).isPresent()) {
            return false;
        }
        trees.storePlan(read, plans.city(plan), clock.instant());
        trees.storeClauses(plan, json(read.clauses()));
        tasks.store(plan, version, read.tasks());
        registers.store(read, version);
        flags.recomputePlan(plan);
        LOG.infof(
                "plan %s: %d clauses and %d tasks loaded",
                plan, read.clauses().size(), read.tasks().size());
        return true;
    }

    private String json(List<Clause> clauses) {
        try {
            return json.writeValueAsString(clauses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("clauses of a plan package are plain data", e);
        }
    }
}
