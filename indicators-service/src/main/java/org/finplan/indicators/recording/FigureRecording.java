package org.finplan.indicators.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.indicators.attainment.JudgementService;
import org.finplan.indicators.computed.Recomputation;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.sql.EveryRegion;

/**
 * The one way of figures and targets into the store, with all that follows, in this order and in the transaction of the
 * caller, who holds the locks of their series:
 *
 * <ol>
 *   <li>the facts are stored;
 *   <li>what formulas give is computed anew and stored;
 *   <li>what either of them touches is judged, once;
 *   <li>the events of all of it are appended to the outbox.
 * </ol>
 *
 * <p>What follows reaches beyond the regions of the caller, see {@link EveryRegion}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FigureRecording {

    private final Observations observations;
    private final Targets targets;
    private final Recomputation recomputation;
    private final JudgementService judgements;
    private final FigureEvents events;
    private final Outbox outbox;
    private final EveryRegion everyRegion;

    FigureRecording(
            Observations observations,
            Targets targets,
            Recomputation recomputation,
            JudgementService judgements,
            Definitions definitions,
            Outbox outbox,
            EveryRegion everyRegion) {
        this.observations = observations;
        this.targets = targets;
        this.recomputation = recomputation;
        this.judgements = judgements;
        this.events = new FigureEvents(definitions);
        this.outbox = outbox;
        this.everyRegion = everyRegion;
    }

    /**
     * Records figures.
     *
     * @param figures new versions, withdrawals among them
     */
    public void recordFigures(List<NewVersion> figures) {
        if (figures.isEmpty()) {
            return;
        }
        List<Observation> versions = versions(figures);
        observations.insert(versions);
        everyRegion.run(() -> judgeAndTell(figures, List.of(), recomputation.afterFigures(versions)));
    }

    /**
     * Records targets.
     *
     * @param versions new versions
     */
    public void recordTargets(List<Target> versions) {
        if (versions.isEmpty()) {
            return;
        }
        targets.insert(versions);
        everyRegion.run(() -> judgeAndTell(List.of(), versions, recomputation.afterTargets(versions)));
    }

    /**
     * Takes targets back. What was judged by them stands.
     *
     * @param newest their newest versions
     * @param reason why, or null
     * @param at when the suite learned it
     * @param by who records it
     */
    public void withdrawTargets(List<Target> newest, String reason, Instant at, String by) {
        if (newest.isEmpty()) {
            return;
        }
        targets.withdraw(newest, reason, at, by);
        everyRegion.run(() -> judgeAndTell(List.of(), List.of(), recomputation.afterTargets(newest)));
    }

    /**
     * Judges anew what is held against targets that have not changed themselves, since the way of judging has.
     *
     * @param unchanged newest versions of the targets
     */
    public void judgeAnew(List<Target> unchanged) {
        everyRegion.run(() -> judgements.judge(List.of(), unchanged).forEach(outbox::append));
    }

    /**
     * Records what formulas give that came into force.
     *
     * @param formulas the formulas, each after those whose figures it uses
     */
    public void recordFormulas(List<ComputedSeries> formulas) {
        everyRegion.run(() -> judgeAndTell(
                List.of(),
                List.of(),
                formulas.stream()
                        .flatMap(formula -> recomputation.all(formula).stream())
                        .toList()));
    }

    /**
     * Takes back what a formula gave.
     *
     * @param formula a formula that is in force no more
     */
    public void withdrawFormula(ComputedSeries formula) {
        everyRegion.run(() -> judgeAndTell(List.of(), List.of(), recomputation.none(formula)));
    }

    private void judgeAndTell(List<NewVersion> figures, List<Target> changed, List<NewVersion> computed) {
        List<Observation> versions = versions(figures);
        List<NewEvent> judged = judgements.judge(
                Stream.of(versions, versions(computed)).flatMap(List::stream).toList(), changed);
        Stream.of(
                        events.ofFigures(figures),
                        events.ofTargets(changed),
                        events.ofFigures(computed),
                        events.ofFigures(countingAgain(versions)),
                        judged)
                .flatMap(Collection::stream)
                .forEach(outbox::append);
    }

    /** Computed figures that nobody is told of while a delivered one counts; where that is withdrawn they count. */
    private List<NewVersion> countingAgain(List<Observation> versions) {
        List<ObservationKey> computed = versions.stream()
                .filter(Observation::withdrawn)
                .map(Observation::key)
                .filter(key -> key.variant().equals(ObservationKey.MAIN))
                .map(key -> key.variant(ObservationKey.COMPUTED))
                .toList();
        return computed.isEmpty()
                ? List.of()
                : observations.newest(computed).values().stream()
                        .filter(version -> !version.withdrawn())
                        .map(version -> new NewVersion(version, null, true))
                        .toList();
    }

    private static List<Observation> versions(List<NewVersion> stored) {
        return stored.stream().map(NewVersion::version).toList();
    }
}
