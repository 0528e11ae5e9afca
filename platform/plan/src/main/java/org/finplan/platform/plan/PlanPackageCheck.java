package org.finplan.platform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that whatever a package refers to is there, and reports everything that is not at once. */
final class PlanPackageCheck {

    private final PlanPackage read;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> clauses;
    private final Set<String> regions;
    private final Set<String> series;
    private final Set<String> units;

    private PlanPackageCheck(PlanPackage read) {
        this.read = read;
        this.clauses = codes("clause", read.clauses(), Clause::id);
        this.regions = codes("region", read.regions(), RegionDefinition::code);
        this.series = codes("series", read.series(), SeriesDefinition::code);
        this.units = codes("unit", read.units(), Unit::code);
    }

    static void check(PlanPackage read) {
        PlanPackageCheck check = new PlanPackageCheck(read);
        check.clauses();
        check.regions();
        check.indicators();
        check.tasks();
        check.figures();
        check.derived();
        if (!check.faults.isEmpty()) {
            throw new PlanPackageException(
                    "plan package " + read.plan().code() + ": " + String.join("; ", check.faults));
        }
    }

    private void clauses() {
        read.clauses().stream()
                .filter(clause -> clause.parent() != null)
                .forEach(clause -> known(clauses, clause.parent(), "parent of clause " + clause.id()));
        known(clauses, read.plan().tableClause(), "table clause");
    }

    private void regions() {
        read.regions().stream()
                .filter(region -> region.successor() != null)
                .forEach(region -> known(regions, region.successor(), "successor of region " + region.code()));
    }

    private void indicators() {
        int number = 0;
        for (IndicatorDefinition indicator : read.indicators()) {
            number++;
            String place = "indicator " + indicator.code();
            if (indicator.number() != number) {
                faults.add(place + " has number " + indicator.number() + " at place " + number);
            }
            known(clauses, indicator.clause(), place);
            indicator.proseClauses().forEach(clause -> known(clauses, clause, place));
            known(units, indicator.unit(), place);
            if (indicator.target().comparator().isBenchmark()
                            != (indicator.target().relative() != null)
                    || indicator.target().comparator().isBenchmark()
                            == (indicator.target().value() != null)) {
                faults.add(place + " needs either a number or a benchmark as its target");
            }
            if ((indicator.target().comparator() == TargetComparator.BETWEEN)
                    != (indicator.target().upper() != null)) {
                faults.add(place + " needs an upper end when its target is a band, and only then");
            }
            if (indicator.target().relative() != null) {
                known(regions, indicator.target().relative().region(), place);
                known(series, indicator.target().relative().series(), place);
            }
        }
    }

    private void tasks() {
        Set<String> seen = new HashSet<>();
        Set<String> verbs = codes("verb", read.verbs(), Verb::code);
        Set<String> indicators = codes("indicator", read.indicators(), IndicatorDefinition::code);
        Set<String> organisations = codes("organisation", read.organisations(), Organisation::code);
        Set<String> systems = codes("system", read.systems(), InformationSystem::code);
        for (TaskNode task : read.tasks()) {
            String place = "task " + task.id();
            if (task.parent() != null) {
                known(seen, task.parent(), "parent of " + place);
            }
            if (!seen.add(task.id())) {
                faults.add(place + " stands twice");
            }
            known(clauses, task.clause(), place);
            task.verbs().forEach(verb -> known(verbs, verb, place));
            task.regions().forEach(region -> known(regions, region, place));
            task.partnerRegions().forEach(region -> known(regions, region, place));
            task.indicators().forEach(indicator -> known(indicators, indicator, place));
            task.organisations().forEach(code -> knownIfListed(organisations, code, place));
            task.systems().forEach(code -> knownIfListed(systems, code, place));
            if (task.lead() != null) {
                knownIfListed(organisations, task.lead(), "lead of " + place);
            }
        }
    }

    private void figures() {
        codes("fact", read.facts(), Fact::id);
        read.series().forEach(row -> known(units, row.unit(), "series " + row.code()));
        for (Fact fact : read.facts()) {
            String place = "fact " + fact.id();
            figure(place, fact.series(), fact.region(), fact.unit());
            known(clauses, fact.clause(), place);
            fact.alsoIn().forEach(clause -> known(clauses, clause, place));
        }
        read.published()
                .forEach(row -> figure("published figure " + row.row(), row.series(), row.region(), row.unit()));
    }

    private void derived() {
        codes("formula", read.derived(), DerivedDefinition::code);
        for (DerivedDefinition row : read.derived()) {
            String place = "formula " + row.code();
            known(series, row.code(), place);
            known(units, row.unit(), place);
            row.clauses().forEach(clause -> known(clauses, clause, place));
            row.regions().forEach(region -> known(regions, region, place));
            codes("alias of " + place, row.inputs(), DerivedDefinition.Input::alias);
            for (DerivedDefinition.Input input : row.inputs()) {
                known(series, input.series(), place);
                if (input.region() != null) {
                    known(regions, input.region(), place);
                }
            }
        }
    }

    private void figure(String place, String seriesCode, String region, String unit) {
        known(series, seriesCode, place);
        known(regions, region, place);
        known(units, unit, place);
    }

    /** A package without the optional register of names only has codes. */
    private void knownIfListed(Set<String> codes, String code, String place) {
        if (!codes.isEmpty()) {
            known(codes, code, place);
        }
    }

    private void known(Set<String> codes, String code, String place) {
        if (!codes.contains(code)) {
            faults.add(place + " refers to " + code + ", which is not there");
        }
    }

    private <T> Set<String> codes(String what, Collection<T> rows, Function<T, String> code) {
        Set<String> codes = rows.stream().map(code).collect(Collectors.toSet());
        if (codes.size() != rows.size()) {
            faults.add("a " + what + " stands twice");
        }
        return codes;
    }
}
