package org.finplan.tasks.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.tasks.flag.FlagService;
import org.finplan.tasks.task.content.TaskContent;
import org.jboss.logging.Logger;

/**
 * Puts the trees of the plan packages into the database at start. Loading the same package again changes nothing; a
 * changed one rewrites what the plan says and leaves progress, flags and assigned leads as they are.
 */
@ApplicationScoped
class TreeLoader {

    private static final Logger LOG = Logger.getLogger(TreeLoader.class);
    /** Before the consumers start, so that the first event finds the leaves. */
    private static final int BEFORE_CONSUMERS = 100;

    private final PlanRegister plans;
    private final TreeRepository trees;
    private final TaskContent tasks;
    private final FlagService flags;
    private final ObjectMapper json;
    private final Clock clock;

    TreeLoader(
            PlanRegister plans,
            TreeRepository trees,
            TaskContent tasks,
            FlagService flags,
            ObjectMapper json,
            Clock clock) {
        this.plans = plans;
        this.trees = trees;
        this.tasks = tasks;
        this.flags = flags;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        plans.packages().forEach(this::load);
    }

    /**
     * Loads one package.
     *
     * @param read the package
     * @return whether anything changed
     */
    @Transactional
    boolean load(PlanPackage read) {
        String plan = read.plan().code();
        trees.lock(plan);
        if (trees.fingerprint(plan).filter(read.fingerprint()::equals).isPresent()) {
            return false;
        }
        trees.storePlan(read, plans.city(plan), clock.instant());
        trees.storeClauses(plan, json(read.clauses()));
        tasks.store(plan, read.tasks());
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
