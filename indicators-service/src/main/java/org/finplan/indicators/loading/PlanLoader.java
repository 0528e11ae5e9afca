package org.finplan.indicators.loading;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.formula.PlanFormulas;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.jboss.logging.Logger;

/**
 * Loads each plan package once. A package that was loaded before is left alone; of a changed package what is new is added,
 * and what is there stays as it is, since others may have revised it. Two instances that start at once wait for each
 * other at the locks of the series.
 */
@ApplicationScoped
public class PlanLoader {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final PlanRegister register;
    private final Targets targets;
    private final PackageFigureLoading figures;
    private final FigureRecording recording;
    private final PlanFormulas formulas;
    private final LoadedPlanRepository loaded;
    private final RecordingTime time;

    PlanLoader(
            PlanRegister register,
            Targets targets,
            PackageFigureLoading figures,
            FigureRecording recording,
            PlanFormulas formulas,
            LoadedPlanRepository loaded,
            RecordingTime time) {
        this.register = register;
        this.targets = targets;
        this.figures = figures;
        this.recording = recording;
        this.formulas = formulas;
        this.loaded = loaded;
        this.time = time;
    }

    @Transactional
    void start(@Observes StartupEvent event) {
        register.packages().forEach(this::load);
    }

    /**
     * Loads a package.
     *
     * @param read the package
     * @return how many figures were new
     */
    @Transactional
    public int load(PlanPackage read) {
        String plan = read.plan().code();
        if (loaded.contains(plan, read.fingerprint())) {
            return 0;
        }
        Instant now = time.now();
        String by = "plan:" + plan;
        Set<String> newFormulas = formulas.addMissing(read, by);
        List<Target> newTargets = targets.missing(new PackageTargets(read, now, by).all());
        recording.recordTargets(newTargets);
        int newFigures = figures.load(read, by);
        formulas.compute(newFormulas);
        loaded.add(plan, read.fingerprint(), now);
        LOG.infof(
                "plan %s: %d targets, %d figures and %d formulas are new",
                plan, newTargets.size(), newFigures, newFormulas.size());
        return newFigures;
    }
}
