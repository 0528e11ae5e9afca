package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.formula.PlanFormulas;
import org.finplan.indicators.planversion.VersionEffects;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.plan.PlanPackage;
import org.jboss.logging.Logger;

/**
 * Loads each plan package once. A package that was loaded before is left alone; of a changed package what is new is added,
 * and what is there stays as it is, since others may have revised it. Two instances that start at once wait for each
 * other at the locks of the series.
 */
@ApplicationScoped
public class PlanLoader implements VersionEffects {

    private static final Logger LOG = Logger.getLogger(PlanLoader.class);

    private final SeriesRules rules;
    private final Targets targets;
    private final FigureService figures;
    private final FigureRecording recording;
    private final PlanFormulas formulas;
    private final LoadedPlanRepository loaded;
    private final RecordingTime time;

    PlanLoader(
            SeriesRules rules,
            Targets targets,
            FigureService figures,
            FigureRecording recording,
            PlanFormulas formulas,
            LoadedPlanRepository loaded,
            RecordingTime time) {
        this.rules = rules;
        this.targets = targets;
        this.figures = figures;
        this.recording = recording;
        this.formulas = formulas;
        this.loaded = loaded;
        this.time = time;
    }

    @Override
    public void enforce(PlanPackage read, int version) {
        load(read);
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
        int newFigures = figures.addMissing(new PackageFigures(read, rules).all(), by);
        formulas.compute(newFormulas);
        loaded.add(plan, read.fingerprint(), now);
        LOG.infof(
                "plan %s: %d targets, %d figures and %d formulas are new",
                plan, newTargets.size(), newFigures, newFormulas.size());
        return newFigures;
    }
}
