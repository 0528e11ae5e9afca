package org.finplan.platform.plan.reading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Baseline;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.GrowthKind;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.InformationSystem;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PublishedFigure;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.plan.Verb;
import org.finplan.platform.plan.check.PlanPackageCheck;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Reads the files of a package into records, once nothing is wrong with them. */
final class PlanPackageReader {

    private final PackageTables tables;

    private PlanPackageReader(PackageTables tables) {
        this.tables = tables;
    }

    static SourcePackage bundled(String code) {
        FaultList faults = new FaultList();
        return read(PlanFiles.bundled(code, faults), faults);
    }

    static SourcePackage in(Path directory) {
        FaultList faults = new FaultList();
        return read(PlanFiles.in(directory, faults), faults);
    }

    static SourcePackage inArchive(byte[] zip, String source) {
        FaultList faults = new FaultList();
        return read(PlanFiles.inArchive(zip, source, faults), faults);
    }

    static SourcePackage of(String source, Map<String, byte[]> received) {
        FaultList faults = new FaultList();
        return read(PlanFiles.of(source, received, faults), faults);
    }

    private static SourcePackage read(PlanFiles files, FaultList faults) {
        return new SourcePackage(new PlanPackageReader(checked(files, faults)).read(), files);
    }

    /** The files as tables that nothing is wrong with. */
    static PackageTables checked(PlanFiles files, FaultList faults) {
        PackageTables tables = PackageTables.read(files, faults);
        faults.refuse(files.source());
        PlanPackageCheck.check(tables, faults);
        faults.refuse(files.source());
        return tables;
    }

    private PlanPackage read() {
        List<IndicatorDefinition> indicatorRows = map(tables.indicators(), PlanPackageReader::indicator);
        List<Fact> factRows = map(tables.rows(PlanFiles.FACTS, "facts"), PlanPackageReader::fact);
        List<DerivedDefinition> derived = map(tables.derived(), DerivedReader::definition);
        return new PlanPackage(
                plan(),
                tables.files().fingerprint(),
                map(tables.units(), PlanPackageReader::unit),
                new SeriesReader(tables).read(indicatorRows, factRows, derived),
                indicatorRows,
                regions(),
                map(tables.rows(PlanFiles.CLAUSES, "clauses"), PlanPackageReader::clause),
                map(tables.rows(PlanFiles.TASKS, "verbs"), PlanPackageReader::verb),
                map(tables.rows(PlanFiles.TASKS, "tasks"), PlanPackageReader::task),
                map(tables.rows(PlanFiles.ORGANISATIONS, "organisations"), PlanPackageReader::organisation),
                map(tables.rows(PlanFiles.SYSTEMS, "systems"), PlanPackageReader::system),
                factRows,
                published(),
                derived,
                map(tables.rows(PlanFiles.WORKING_DAYS, "notices"), HolidayReader::notice),
                DefinitionReader.read(tables),
                RegisterReader.read(tables));
    }

    private static <T> List<T> map(List<JsonTable> rows, Function<JsonTable, T> mapping) {
        return rows.stream().map(mapping).toList();
    }

    private List<PublishedFigure> published() {
        List<PublishedFigure> figures = new ArrayList<>();
        for (JsonTable row : tables.published()) {
            figures.add(new PublishedFigure(
                    figures.size() + 1,
                    row.text("series"),
                    row.text("kind"),
                    row.text("region"),
                    row.period("period"),
                    new BigDecimal(row.text("value")),
                    row.text("unit"),
                    row.text("status"),
                    row.text("source_quality"),
                    row.text("source_title")));
        }
        return List.copyOf(figures);
    }

    /** A verb without an English name is shown by its code, which is an English word. */
    private static Verb verb(JsonTable row) {
        return new Verb(
                row.text("code"), new LocalizedText(row.text("zh"), row.has("en") ? row.text("en") : row.text("code")));
    }

    private static Organisation organisation(JsonTable row) {
        return new Organisation(row.text("id"), row.localized("name"), row.text("kind"));
    }

    private static InformationSystem system(JsonTable row) {
        return new InformationSystem(row.text("id"), row.localized("name"), row.text("kind"));
    }

    private Plan plan() {
        JsonTable indicators = tables.file(PlanFiles.INDICATORS);
        JsonTable plan = indicators.child("plan");
        return new Plan(
                plan.text("code"),
                plan.localized("title"),
                plan.text("document_number"),
                plan.day("issued"),
                plan.text("issuer"),
                plan.period("horizon"),
                plan.integer("baseline_year"),
                plan.integer("target_year"),
                indicators.text("table_clause"),
                tables.has(PlanFiles.SUPPLEMENT)
                        ? tables.file(PlanFiles.SUPPLEMENT).textOrNull("table_nature")
                        : null,
                plan.flag("draft"));
    }

    private List<RegionDefinition> regions() {
        Map<String, LocalDate> changed = new HashMap<>();
        tables.rows(PlanFiles.SUPPLEMENT, "former_regions").stream()
                .filter(row -> row.has("successor_from"))
                .forEach(row -> changed.put(row.text("successor"), row.day("successor_from")));
        return tables.regions().stream()
                .map(row -> region(row, PackageTables.isReference(row)))
                .map(region -> startingOn(region, changed.get(region.code())))
                .toList();
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
        return new Unit(row.text("code"), row.localized("zh", "en"), row.text("ucum"), row.text("kind"));
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
                row.has("in_force_until") ? row.day("in_force_until") : null,
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
                row.has("baseline") ? baseline(row.child("baseline")) : null,
                TargetDefinitionReader.definition(row),
                row.has("growth") ? growth(row.child("growth")) : null,
                row.textOrNull("nature"),
                row.text("clause"),
                row.texts("prose_clauses"),
                row.texts("inconsistencies"));
    }

    private static Baseline baseline(JsonTable row) {
        return new Baseline(row.integer("year"), row.text("printed"), row.decimal("value"), row.period("period"));
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
                row.textOrNull("lead"),
                row.texts("cooperating"),
                row.has("due") ? row.day("due") : null);
    }
}
