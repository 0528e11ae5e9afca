package org.finplan.platform.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/** Reads the files of a package into records. */
final class PlanPackageReader {

    private final PlanFiles files;
    private final JsonTable indicators;
    private final JsonTable facts;
    private final JsonTable supplement;

    private PlanPackageReader(PlanFiles files) {
        this.files = files;
        this.indicators = JsonTable.read(files, PlanFiles.INDICATORS);
        this.facts = JsonTable.read(files, PlanFiles.FACTS);
        this.supplement = files.has(PlanFiles.SUPPLEMENT) ? JsonTable.read(files, PlanFiles.SUPPLEMENT) : null;
    }

    static PlanPackage read(PlanFiles files) {
        PlanPackage read = new PlanPackageReader(files).read();
        PlanPackageCheck.check(read);
        return read;
    }

    private PlanPackage read() {
        List<IndicatorDefinition> indicatorRows = indicators.rows("indicators", PlanPackageReader::indicator);
        List<Fact> factRows = facts.rows("facts", PlanPackageReader::fact);
        List<DerivedDefinition> derived = files.has(PlanFiles.DERIVED) ? DerivedReader.read(files) : List.of();
        JsonTable tasks = JsonTable.read(files, PlanFiles.TASKS);
        return new PlanPackage(
                plan(),
                files.fingerprint(),
                units(),
                new SeriesReader(facts, supplement, optional(PlanFiles.MEASURES, "series", row -> row))
                        .read(indicatorRows, factRows, derived),
                indicatorRows,
                regions(),
                JsonTable.read(files, PlanFiles.CLAUSES).rows("clauses", PlanPackageReader::clause),
                tasks.rows(
                        "verbs",
                        row -> new Verb(row.text("code"), new LocalizedText(row.text("zh"), row.text("code")))),
                tasks.rows("tasks", PlanPackageReader::task),
                optional(PlanFiles.ORGANISATIONS, "organisations", PlanPackageReader::organisation),
                optional(PlanFiles.SYSTEMS, "systems", PlanPackageReader::system),
                factRows,
                files.has(PlanFiles.PUBLISHED) ? PublishedFigureReader.read(files) : List.of(),
                derived);
    }

    private <T> List<T> optional(String file, String field, Function<JsonTable, T> mapping) {
        return files.has(file) ? JsonTable.read(files, file).rows(field, mapping) : List.of();
    }

    private static Organisation organisation(JsonTable row) {
        return new Organisation(row.text("id"), row.localized("name"), row.text("kind"));
    }

    private static InformationSystem system(JsonTable row) {
        return new InformationSystem(row.text("id"), row.localized("name"), row.text("kind"));
    }

    private Plan plan() {
        JsonTable plan = indicators.child("plan");
        return new Plan(
                files.code(),
                plan.localized("title"),
                plan.text("document_number"),
                LocalDate.parse(plan.text("issued")),
                plan.text("issuer"),
                plan.period("horizon"),
                plan.integer("baseline_year"),
                plan.integer("target_year"),
                indicators.text("table_clause"),
                supplement == null ? null : supplement.textOrNull("table_nature"));
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>(indicators.rows("units", PlanPackageReader::unit));
        if (supplement != null) {
            units.addAll(supplement.rows("units", PlanPackageReader::unit));
        }
        return List.copyOf(units);
    }

    private List<RegionDefinition> regions() {
        JsonTable file = JsonTable.read(files, PlanFiles.REGIONS);
        List<RegionDefinition> regions = new ArrayList<>(file.rows("regions", row -> region(row, false)));
        regions.addAll(file.rows("reference_regions", row -> region(row, true)));
        if (supplement != null) {
            regions.addAll(supplement.rows("regions", row -> region(row, true)));
            regions.addAll(supplement.rows("city_levels", row -> region(row, false)));
            regions.addAll(supplement.rows("former_regions", row -> region(row, false)));
            Map<String, LocalDate> changed = new HashMap<>();
            supplement.rows("former_regions", row -> row).stream()
                    .filter(row -> row.has("successor_from"))
                    .forEach(row -> changed.put(row.text("successor"), LocalDate.parse(row.text("successor_from"))));
            regions.replaceAll(region -> startingOn(region, changed.get(region.code())));
        }
        return List.copyOf(regions);
    }

    /** A region that took the place of another one is in force since then. */
    private static RegionDefinition startingOn(RegionDefinition region, LocalDate from) {
        return from == null
                ? region
                : new RegionDefinition(
                        region.code(),
                        region.codeSystem(),
                        region.sdmx(),
                        region.name(),
                        region.kind(),
                        region.parent(),
                        region.reference(),
                        from,
                        region.inForceUntil(),
                        region.successor());
    }

    private static Unit unit(JsonTable row) {
        return new Unit(
                row.text("code"),
                new LocalizedText(row.text("zh"), row.text("en")),
                row.text("ucum"),
                row.text("kind"));
    }

    private static RegionDefinition region(JsonTable row, boolean reference) {
        return new RegionDefinition(
                row.text("code"),
                row.text("code_system"),
                row.text("sdmx"),
                row.localized("name"),
                row.text("kind"),
                row.textOrNull("parent"),
                reference,
                null,
                row.has("in_force_until") ? LocalDate.parse(row.text("in_force_until")) : null,
                row.textOrNull("successor"));
    }

    private static Clause clause(JsonTable row) {
        return new Clause(row.text("id"), row.textOrNull("parent"), row.localized("title"));
    }

    private static IndicatorDefinition indicator(JsonTable row) {
        return new IndicatorDefinition(
                row.integer("number"),
                row.text("code"),
                row.text("sdmx"),
                row.localized("name"),
                row.texts("aliases_zh"),
                row.text("group"),
                row.text("group_zh"),
                row.child("unit").text("code"),
                row.constant("measure", Measure.class),
                row.constant("direction", Direction.class),
                baseline(row.child("baseline")),
                target(row.child("target")),
                growth(row.child("growth")),
                row.text("clause"),
                row.texts("prose_clauses"),
                row.texts("inconsistencies"));
    }

    private static Baseline baseline(JsonTable row) {
        return new Baseline(row.integer("year"), row.text("printed"), row.decimal("value"), row.period("period"));
    }

    private static TargetDefinition target(JsonTable row) {
        Benchmark relative = null;
        if (row.has("relative")) {
            JsonTable benchmark = row.child("relative");
            relative = new Benchmark(
                    benchmark.text("benchmark"),
                    benchmark.text("region"),
                    new LocalizedText(benchmark.text("zh"), benchmark.text("en")));
        }
        return new TargetDefinition(
                row.integer("year"),
                row.text("printed"),
                row.constant("comparator", TargetComparator.class),
                row.decimalOrNull("value"),
                row.has("upper") ? row.decimalOrNull("upper") : null,
                relative,
                row.period("period"));
    }

    private static GrowthRule growth(JsonTable row) {
        return new GrowthRule(
                row.text("printed"),
                row.constant("kind", GrowthKind.class),
                row.decimalOrNull("min"),
                row.decimalOrNull("max"),
                row.textOrNull("unit"),
                row.textOrNull("basis"));
    }

    private static Fact fact(JsonTable row) {
        Period period = row.period("period");
        return new Fact(
                row.text("id"),
                row.text("series"),
                period,
                row.flag("period_inferred"),
                row.text("region"),
                row.decimalOrNull("value"),
                row.text("comparator"),
                row.text("unit"),
                row.text("kind"),
                row.textOrNull("printed"),
                row.flag("derived"),
                row.textOrNull("derivation"),
                row.text("clause"),
                row.texts("also_in"),
                row.textOrNull("note"));
    }

    private static TaskNode task(JsonTable row) {
        return new TaskNode(
                row.text("id"),
                row.textOrNull("parent"),
                row.text("clause"),
                row.text("branch"),
                row.text("level"),
                row.localized("title"),
                row.localized("summary"),
                row.texts("verbs"),
                row.texts("regions"),
                row.texts("partner_regions"),
                row.texts("organisations"),
                row.texts("systems"),
                row.texts("indicators"),
                row.textOrNull("lead"));
    }
}
