package org.finplan.indicators.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.assessment.TargetAssessments;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.time.BusinessTime;

/** Judges many indicators, regions and periods of a plan at once: one round trip for targets, one for values, and
 * one for what assessors said where a target is qualitative. */
@ApplicationScoped
class Scoreboard {

    private final PlanRegister register;
    private final Targets targets;
    private final Observations values;
    private final TargetAssessments assessments;
    private final SeriesRules rules;
    private final Definitions definitions;
    private final Clock clock;

    Scoreboard(
            PlanRegister register,
            Targets targets,
            Observations values,
            TargetAssessments assessments,
            SeriesRules rules,
            Definitions definitions,
            Clock clock) {
        this.definitions = definitions;
        this.register = register;
        this.targets = targets;
        this.values = values;
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Judges.
     *
     * @param plan plan code
     * @param subjects what is judged, all of that plan
     * @param knowledge on what was known, with the targets at {@link Knowledge#undatedAsOf()}
     * @return a judgement for each subject, in their order
     */
    List<Assessment> assess(String plan, Collection<Subject> subjects, Knowledge knowledge) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        Set<String> indicators = new TreeSet<>();
        Set<String> regions = new TreeSet<>();
        Set<String> series = new TreeSet<>();
        Set<String> valueRegions = new TreeSet<>();
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (Subject subject : subjects) {
            indicators.add(subject.indicator().code());
            regions.add(subject.region());
            Benchmark relative = subject.indicator().target().relative();
            if (relative != null) {
                series.add(relative.series());
                valueRegions.add(relative.region());
            }
            LocalDate end = subject.period().end();
            from = end.isBefore(from) ? end : from;
            to = end.isAfter(to) ? end : to;
        }
        series.addAll(indicators);
        valueRegions.addAll(regions);
        List<Target> known = targets.firstAndCurrent(plan, indicators, regions, knowledge.undatedAsOf());
        List<Observation> observed = values.read(series, valueRegions, earliest(known, from), to, knowledge);
        PlanPackage judging = register.find(plan).orElseThrow();
        Set<UUID> qualitative = known.stream()
                .filter(target -> target.kind() instanceof TargetKind.Qualitative)
                .map(Target::id)
                .collect(Collectors.toSet());
        Assessor assessor = new Assessor(
                judging.plan(),
                judging.plan().isDraft(BusinessTime.today(clock)),
                known,
                observed,
                assessments.newest(qualitative, knowledge.undatedAsOf()),
                rules::usualKind,
                new JudgedDefinitions(definitions, judging));
        return subjects.stream().map(assessor::assess).toList();
    }

    /** The way since the baseline is part of what a projection rests on, and all years of a span of what they bring together. */
    private static LocalDate earliest(List<Target> known, LocalDate from) {
        return known.stream()
                .filter(target -> target.baseline() != null || target.kind() instanceof TargetKind.Cumulative)
                .map(target -> target.baseline() == null
                        ? target.period().start()
                        : target.baseline().period().end())
                .filter(day -> day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElse(from);
    }
}
