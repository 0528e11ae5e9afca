package org.finplan.platform.plan.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/**
 * The package of the plan after another one, as far as the other says it: regions, units, series, indicators, formulas, bodies,
 * systems and the areas of work, its years moved on. No figure and no sentence is taken over: targets, baselines, titles and
 * tasks are left out, and the check names each as missing.
 */
final class NewPackage {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d-])\\d{4}");
    private static final String TABLE_CLAUSE = "table";
    private static final List<String> OF_INDICATOR = List.of(
            "number",
            "code",
            "sdmx",
            "name_zh",
            "name_en",
            "aliases_zh",
            "group",
            "group_zh",
            "unit",
            "measure",
            "direction");

    private final PackageTables from;
    private final ObjectNode plan = object();
    private final int years;
    private final Map<String, JsonNode> files = new LinkedHashMap<>();

    private NewPackage(String code, PackageTables from) {
        this.from = from;
        JsonTable old = from.file(PlanFiles.INDICATORS).child("plan");
        Period horizon = old.period("horizon");
        this.years = horizon.end().getYear() - horizon.start().getYear() + 1;
        plan.put("code", code);
        plan.put("horizon", moved(horizon.text()));
        plan.put("baseline_year", old.integer("baseline_year") + years);
        plan.put("target_year", old.integer("target_year") + years);
    }

    /**
     * Makes a package.
     *
     * @param code code of its plan
     * @param from the package of the plan before it
     * @return the package
     * @throws IllegalArgumentException when the code is malformed or that of the other plan
     */
    static NewPackage of(String code, PackageTables from) {
        String old = from.file(PlanFiles.INDICATORS).child("plan").text("code");
        if (!CODE.matcher(code).matches() || code.equals(old)) {
            throw new IllegalArgumentException("no code of a new plan: " + code);
        }
        NewPackage made = new NewPackage(code, from);
        made.indicators();
        made.clauses();
        made.regions();
        made.tasks();
        made.series();
        made.formulas(old);
        made.supplement();
        made.bodies(PlanFiles.ORGANISATIONS, "organisations");
        made.bodies(PlanFiles.SYSTEMS, "systems");
        made.registers();
        return made;
    }

    /**
     * Writes its files, all or none.
     *
     * @param directory a directory that is not there yet
     * @throws IOException when it is there or cannot be written
     */
    void write(Path directory) throws IOException {
        PackageDirectory.write(directory, files);
    }

    private void indicators() {
        ObjectNode file = file(PlanFiles.INDICATORS);
        file.set("plan", plan);
        file.put("table_clause", TABLE_CLAUSE);
        file.set("units", from.file(PlanFiles.INDICATORS).node().path("units").deepCopy());
        file.set("indicators", rows(from.indicators(), row -> {
            int number = row.path("number").intValue();
            ObjectNode kept = only(row, OF_INDICATOR);
            ObjectNode target = only((ObjectNode) row.path("target"), List.of("year", "period"));
            target.put("year", target.path("year").intValue() + years);
            move(target, "period");
            kept.set("target", target);
            return kept.put("clause", clauseOf(number));
        }));
    }

    /** The clauses of a text that is yet to be written: the table and its rows. */
    private void clauses() {
        ArrayNode clauses = file(PlanFiles.CLAUSES).putArray("clauses");
        clauses.addObject().put("id", TABLE_CLAUSE).put("title_zh", "指标表").put("title_en", "Table of indicators");
        for (JsonTable row : from.indicators()) {
            ObjectNode clause = clauses.addObject().put("id", clauseOf(row.integer("number")));
            clause.put("parent", TABLE_CLAUSE).put("title_zh", row.text("name_zh"));
            if (row.has("name_en")) {
                clause.put("title_en", row.text("name_en"));
            }
        }
    }

    private void regions() {
        List<String> kept = List.of("code", "code_system", "sdmx", "name_zh", "name_en", "kind", "parent");
        for (String list : List.of("regions", "reference_regions")) {
            file(PlanFiles.REGIONS).set(list, rows(from.rows(PlanFiles.REGIONS, list), row -> only(row, kept)));
        }
    }

    private void tasks() {
        ObjectNode file = file(PlanFiles.TASKS);
        file.set("verbs", from.file(PlanFiles.TASKS).node().path("verbs").deepCopy());
        List<JsonTable> areas = from.rows(PlanFiles.TASKS, "tasks").stream()
                .filter(row -> row.text("level").equals("area"))
                .toList();
        file.set(
                "tasks",
                rows(areas, row -> only(row, List.of("id", "parent", "branch", "level", "title_zh", "title_en"))));
    }

    private void series() {
        ObjectNode facts = file(PlanFiles.FACTS);
        facts.set("series", from.file(PlanFiles.FACTS).node().path("series").deepCopy());
        facts.putArray("facts");
        if (from.has(PlanFiles.MEASURES)) {
            List<JsonTable> measures = from.rows(PlanFiles.MEASURES, "series");
            file(PlanFiles.MEASURES).set("series", rows(measures, row -> only(row, List.of("code", "measure"))));
        }
    }

    /** A formula says what a figure means, so it is taken over; what it gave on the figures of the other plan is not. */
    private void formulas(String old) {
        if (from.has(PlanFiles.DERIVED)) {
            file(PlanFiles.DERIVED).set("derived", rows(from.derived(), row -> {
                ObjectNode kept = row.without(
                        List.of("printed", "printed_tolerance", "computed", "clauses", "note_zh", "note_en"));
                move(kept, "period");
                for (JsonNode input : kept.path("inputs")) {
                    ((ObjectNode) input).remove("value");
                    move((ObjectNode) input, "period");
                }
                return kept.put("status", "no_printed_value")
                        .put("note_zh", "沿用 " + old + "。")
                        .put("note_en", "Taken over from " + old + ".");
            }));
        }
    }

    private void supplement() {
        if (from.has(PlanFiles.SUPPLEMENT)) {
            files.put(
                    PlanFiles.SUPPLEMENT,
                    ((ObjectNode) from.file(PlanFiles.SUPPLEMENT).node().deepCopy())
                            .without(List.of("table_nature", "note_en")));
        }
    }

    private void bodies(String file, String list) {
        if (from.has(file)) {
            List<String> kept = List.of("id", "name_zh", "name_en", "kind");
            file(file).set(list, rows(from.rows(file, list), row -> only(row, kept)));
        }
    }

    /** What is kept a list of goes on; what stood in the lists, and the clauses and tasks that ask for them, do not. */
    private void registers() {
        if (from.has(PlanFiles.REGISTERS)) {
            file(PlanFiles.REGISTERS)
                    .set(
                            "registers",
                            rows(
                                    from.rows(PlanFiles.REGISTERS, "registers"),
                                    row -> row.without(List.of("clauses", "tasks", "opening", "entries"))));
        }
    }

    private void move(ObjectNode row, String field) {
        if (row.hasNonNull(field)) {
            row.put(field, moved(row.path(field).textValue()));
        }
    }

    /** A period, as many years later as the plan has: {@code 2021/2025} is {@code 2026/2030}. */
    private String moved(String period) {
        return YEAR.matcher(period).replaceAll(year -> Integer.toString(Integer.parseInt(year.group()) + years));
    }

    private static String clauseOf(int number) {
        return TABLE_CLAUSE + "." + number;
    }

    private static ArrayNode rows(List<JsonTable> rows, UnaryOperator<ObjectNode> change) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> changed.add(change.apply((ObjectNode) row.node().deepCopy())));
        return changed;
    }

    private static ObjectNode only(ObjectNode row, List<String> fields) {
        return row.deepCopy().retain(fields);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode file(String name) {
        return (ObjectNode) files.computeIfAbsent(name, none -> object());
    }
}
