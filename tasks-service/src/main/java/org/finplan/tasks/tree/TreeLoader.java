package org.finplan.tasks.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.tasks.flag.Flagging;
import org.finplan.tasks.plan.PlanRegister;
import org.hibernate.Session;
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
    private final Session session;
    private final Flagging flagging;
    private final ObjectMapper json;
    private final Clock clock;

    TreeLoader(PlanRegister plans, Session session, Flagging flagging, ObjectMapper json, Clock clock) {
        this.plans = plans;
        this.session = session;
        this.flagging = flagging;
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
        session.createNativeQuery(TreeStatements.LOCK, Object.class)
                .setParameter("name", "finplan.plan." + plan)
                .getSingleResult();
        String stored = session.createNativeQuery(TreeStatements.STORED, String.class)
                .setParameter("plan", plan)
                .getSingleResultOrNull();
        if (Objects.equals(stored, read.fingerprint())) {
            return false;
        }
        refuseLostNodes(read);
        storePlan(read);
        storeRows(TreeStatements.CLAUSES, plan, read.clauses());
        storeRows(TreeStatements.TASKS, plan, new TreeRows(read.tasks()).rows());
        flagging.reckonAgain(plan);
        LOG.infof(
                "plan %s: %d clauses and %d tasks loaded",
                plan, read.clauses().size(), read.tasks().size());
        return true;
    }

    /** A node may have progress that somebody verified; a package that drops it is a mistake that must be seen. */
    private void refuseLostNodes(PlanPackage read) {
        String plan = read.plan().code();
        List<String> lost = session.createNativeQuery(TreeStatements.LOST, String.class)
                .setParameter("plan", plan)
                .setParameter(
                        "ids", read.tasks().stream().map(node -> node.id()).toArray(String[]::new))
                .getResultList();
        if (!lost.isEmpty()) {
            throw new IllegalStateException("plan package " + plan + " no longer has the tasks " + lost);
        }
    }

    private void storePlan(PlanPackage read) {
        Plan plan = read.plan();
        session.createNativeMutationQuery(TreeStatements.PLAN)
                .setParameter("code", plan.code())
                .setParameter("titleZh", plan.title().zh())
                .setParameter("titleEn", plan.title().en())
                .setParameter("number", plan.documentNumber(), String.class)
                .setParameter("issued", plan.issued(), LocalDate.class)
                .setParameter("start", plan.horizon().start())
                .setParameter("end", plan.horizon().end())
                .setParameter("city", plans.city(plan.code()))
                .setParameter("hash", read.fingerprint())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void storeRows(String statement, String plan, List<?> rows) {
        try {
            session.createNativeMutationQuery(statement)
                    .setParameter("plan", plan)
                    .setParameter("rows", json.writeValueAsString(rows))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of a plan package are plain data", e);
        }
    }
}
