package org.finplan.platform.plan.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks what a package means, once the structure of its files is sound, and reports everything that is wrong at once. */
public final class PlanPackageCheck {

    private final PackageTables tables;
    private final FaultList faults;
    private final Codes clauses;
    private final Codes regions;
    private final Codes units;
    private final Codes indicators;
    private final Codes organisations;
    private final Codes systems;
    private final Codes tasks;

    private PlanPackageCheck(PackageTables tables, FaultList faults) {
        this.tables = tables;
        this.faults = faults;
        this.clauses = Codes.of(tables.rows(PlanFiles.CLAUSES, "clauses"), "id", faults);
        this.regions = Codes.of(tables.regions(), "code", faults);
        this.units = Codes.of(tables.units(), "code", faults);
        this.indicators = Codes.of(tables.indicators(), "code", faults);
        this.organisations = Codes.of(tables.rows(PlanFiles.ORGANISATIONS, "organisations"), "id", faults);
        this.systems = Codes.of(tables.rows(PlanFiles.SYSTEMS, "systems"), "id", faults);
        this.tasks = Codes.of(tables.rows(PlanFiles.TASKS, "tasks"), "id", faults);
    }

    /**
     * Checks a package.
     *
     * @param tables its files, whose structure is sound
     * @param faults takes what is wrong
     */
    public static void check(PackageTables tables, FaultList faults) {
        PlanPackageCheck check = new PlanPackageCheck(tables, faults);
        check.plan();
        check.clauses();
        new RegionCheck(tables.regions(), check.regions, faults).check();
        check.tasks();
        References known = new References(
                check.clauses, check.regions, check.units, check.indicators, check.organisations, check.series());
        new IndicatorCheck(tables, known, faults).check();
        new FigureCheck(tables, known, faults).check();
        new DefinitionCheck(tables, known, faults).check();
        check.namedBodies();
        new RegisterCheck(tables, known, check.tasks, check.systems, faults).check();
        new WorkingDayCheck(faults).check(tables.rows(PlanFiles.WORKING_DAYS, "notices"));
    }

    private void plan() {
        JsonTable plan = tables.file(PlanFiles.INDICATORS).child("plan");
        if (!organisations.isEmpty()) {
            organisations.known(plan, "issuer");
        }
        TimeCheck time = new TimeCheck(faults);
        time.day(plan, "issued");
        int target = plan.integer("target_year");
        time.years(plan, "horizon").ifPresent(horizon -> time.within(plan, "target_year", horizon));
        if (plan.integer("baseline_year") >= target) {
            faults.add(FaultKind.BASELINE_AFTER_TARGET, plan, "baseline_year", List.of("< " + target));
        }
        tables.tables().values().stream()
                .filter(file -> !file.file().equals(PlanFiles.INDICATORS) && file.has("plan"))
                .forEach(file -> copy(file.child("plan"), plan));
    }

    private void copy(JsonTable copy, JsonTable plan) {
        for (Map.Entry<String, JsonNode> field : copy.node().properties()) {
            JsonNode original = plan.node().path(field.getKey());
            if (!field.getValue().equals(original)) {
                faults.add(FaultKind.PLAN_COPY_DIFFERS, copy, field.getKey(), List.of(original.asText()));
            }
        }
    }

    private void clauses() {
        clauses.rows().values().forEach(row -> clauses.known(row, "parent"));
        TreeCheck.check(clauses, "parent", faults);
        clauses.known(tables.file(PlanFiles.INDICATORS), "table_clause");
    }

    private void tasks() {
        List<JsonTable> rows = tables.rows(PlanFiles.TASKS, "tasks");
        Codes verbs = Codes.of(tables.rows(PlanFiles.TASKS, "verbs"), "code", faults);
        TreeCheck.check(tasks, "parent", faults);
        TimeCheck time = new TimeCheck(faults);
        Optional<Period> horizon =
                tables.file(PlanFiles.INDICATORS).child("plan").findPeriod("horizon");
        Set<String> before = new HashSet<>();
        Set<String> parents = rows.stream()
                .filter(row -> row.has("parent"))
                .map(row -> row.text("parent"))
                .collect(Collectors.toSet());
        for (JsonTable row : rows) {
            tasks.known(row, "parent");
            after(before, row);
            level(parents, row);
            clauses.known(row, "clause");
            verbs.allKnown(row, "verbs");
            regions.allKnown(row, "regions");
            regions.allKnown(row, "partner_regions");
            indicators.allKnown(row, "indicators");
            // A package without the optional register of names only has codes.
            if (!organisations.isEmpty()) {
                organisations.allKnown(row, "organisations");
                organisations.known(row, "lead");
                organisations.allKnown(row, "cooperating");
            }
            if (!systems.isEmpty()) {
                systems.allKnown(row, "systems");
            }
            time.day(row, "due").ifPresent(due -> horizon.ifPresent(plan -> time.within(row, "due", due, plan)));
        }
    }

    /** Progress is reported on measures, and reckoned for what they lie in. */
    private void level(Set<String> parents, JsonTable row) {
        boolean leaf = !parents.contains(row.text("id"));
        boolean measure = row.text("level").equals("measure");
        if (leaf ? !measure && row.has("parent") : measure) {
            faults.add(FaultKind.LEAF_AND_LEVEL, row, "level", leaf ? List.of("measure") : List.of());
        }
    }

    /** Tasks are stored in their order, each below one that is there. */
    private void after(Set<String> before, JsonTable row) {
        String parent = row.textOrNull("parent");
        if (parent != null && !before.contains(parent)) {
            faults.add(FaultKind.PARENT_AFTER_CHILD, row, "parent", List.of(), parent);
        }
        before.add(row.text("id"));
    }

    private void namedBodies() {
        organisations.rows().values().forEach(row -> clauses.allKnown(row, "clauses"));
        Codes connected = systems.and(organisations);
        systems.rows().values().forEach(row -> {
            clauses.allKnown(row, "clauses");
            regions.allKnown(row, "regions");
            connected.allKnown(row, "connects_with");
        });
    }

    /** All series: those of the indicators and formulas may also stand among the others, under the same SDMX code. */
    private Codes series() {
        Codes others = Codes.of(tables.series(), "code", faults);
        Codes formulas = Codes.of(tables.derived(), "code", faults);
        SdmxCheck sdmx = new SdmxCheck(faults);
        Stream.of(indicators, others, formulas)
                .flatMap(codes -> codes.rows().values().stream())
                .forEach(sdmx::next);
        return indicators.and(others).and(formulas);
    }
}
