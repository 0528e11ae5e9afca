package org.finplan.platform.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.plan.fault.FaultList;

/**
 * The files of a package as tables whose structure is sound: every field is known and of its type, every needed one is there.
 *
 * @param files the files
 * @param tables the JSON files by name
 * @param published the rows of the file of published figures
 */
public record PackageTables(PlanFiles files, Map<String, JsonTable> tables, List<JsonTable> published) {

    /**
     * Reads and checks the structure of all files.
     *
     * @param files the files
     * @param faults takes what is wrong, of all files
     * @return the tables, of the files that could be read
     */
    public static PackageTables read(PlanFiles files, FaultList faults) {
        SchemaFaults schemas = new SchemaFaults(faults);
        Map<String, JsonTable> tables = new TreeMap<>();
        List<JsonTable> published = new ArrayList<>();
        for (String file : PlanFiles.all()) {
            if (files.has(file)) {
                FileText.of(file, files.get(file), faults).ifPresent(text -> {
                    if (file.equals(PlanFiles.PUBLISHED)) {
                        published.addAll(PublishedTable.read(text, schemas, faults));
                    } else {
                        JsonFile.read(file, text, faults)
                                .map(node -> new JsonTable(file, "", node))
                                .ifPresent(table -> {
                                    schemas.check(table);
                                    tables.put(file, table);
                                });
                    }
                });
            }
        }
        return new PackageTables(files, tables, List.copyOf(published));
    }

    /**
     * A file that every package has.
     *
     * @param file its name
     * @return its object
     */
    public JsonTable file(String file) {
        return tables.get(file);
    }

    /**
     * Whether the package has a file.
     *
     * @param file its name
     * @return whether it could be read
     */
    public boolean has(String file) {
        return tables.containsKey(file);
    }

    /**
     * The rows of a list of a file.
     *
     * @param file name of the file
     * @param field field of the list
     * @return the rows, none when the file or the list is missing
     */
    public List<JsonTable> rows(String file, String field) {
        return has(file) ? tables.get(file).rows(field) : List.of();
    }

    /** {@return all regions: the plan's, those that are only compared with, and those of the supplement} */
    public List<JsonTable> regions() {
        return concatenated(
                rows(PlanFiles.REGIONS, "regions"),
                rows(PlanFiles.REGIONS, "reference_regions"),
                rows(PlanFiles.SUPPLEMENT, "regions"),
                rows(PlanFiles.SUPPLEMENT, "city_levels"),
                rows(PlanFiles.SUPPLEMENT, "former_regions"));
    }

    /**
     * Whether a region is only compared with, by the list that it stands in.
     *
     * @param region the row of the region
     * @return whether it is
     */
    public static boolean isReference(JsonTable region) {
        return region.place().startsWith("/reference_regions/")
                || (region.file().equals(PlanFiles.SUPPLEMENT) && region.place().startsWith("/regions/"));
    }

    /** {@return units of measure} */
    public List<JsonTable> units() {
        return concatenated(rows(PlanFiles.INDICATORS, "units"), rows(PlanFiles.SUPPLEMENT, "units"));
    }

    /** {@return series that are neither an indicator nor a formula} */
    public List<JsonTable> series() {
        return concatenated(rows(PlanFiles.FACTS, "series"), rows(PlanFiles.SUPPLEMENT, "series"));
    }

    /** {@return the rows of the table of indicators} */
    public List<JsonTable> indicators() {
        return rows(PlanFiles.INDICATORS, "indicators");
    }

    /** {@return figures that are formulas of others} */
    public List<JsonTable> derived() {
        return rows(PlanFiles.DERIVED, "derived");
    }

    @SafeVarargs
    private static List<JsonTable> concatenated(List<JsonTable>... lists) {
        List<JsonTable> all = new ArrayList<>();
        for (List<JsonTable> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
