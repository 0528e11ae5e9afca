package org.finplan.benchmarks.plan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A synthetic plan of a city that does not exist, as large as one may become. Every name says that it is a sample. Of two
 * versions every second indicator has other targets, and every tenth task another title.
 */
final class LargePackage {

    static final String PLAN = "sample-large";
    static final String CITY = "SAMPLE-0";

    static final int INDICATORS = 200;
    static final int TASKS = 5_000;
    static final int REGIONS = 30;
    static final int ORGANISATIONS = 100;

    /** Numbers of the districts that have a share in every indicator. */
    static final List<Integer> DISTRICTS_WITH_TARGETS = List.of(1, 11, 21);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SAMPLE = "测试样本 ";
    private static final int AREAS = 20;
    private static final int SECTIONS = 10;
    private static final int CHANGED_TASKS = 10;

    private final int version;

    private LargePackage(int version) {
        this.version = version;
    }

    /**
     * Writes it.
     *
     * @param directory a directory, empty or with another version
     * @param version which version, 1 for the first
     */
    static void write(Path directory, int version) throws IOException {
        LargePackage written = new LargePackage(version);
        write(directory, "indicators.json", written.indicators());
        write(directory, "clauses.json", clauses());
        write(directory, "regions.json", regions());
        write(directory, "organisations.json", organisations());
        write(directory, "facts.json", written.facts());
        write(directory, "tasks.json", written.tasks());
    }

    /** Whether the targets of an indicator are others in every version. */
    static boolean changes(int indicator) {
        return indicator % 2 == 1;
    }

    /** The number of an indicator's target. */
    private int target(int indicator) {
        return changes(indicator) ? version + 1 : 2;
    }

    private ObjectNode indicators() {
        ObjectNode file = JSON.objectNode();
        file.putObject("plan")
                .put("code", PLAN)
                .put("title_zh", SAMPLE + "大规划")
                .put("document_number", "样本")
                .put("issued", "2026-01-01")
                .put("issuer", "org-0")
                .put("horizon", "2026/2030")
                .put("baseline_year", 2025)
                .put("target_year", 2030);
        file.put("table_clause", "table");
        ArrayNode units = file.putArray("units");
        units.addObject()
                .put("code", "CNY_100M")
                .put("zh", "亿元")
                .put("ucum", "10*8.[CNY]")
                .put("kind", "currency");
        units.addObject()
                .put("code", "PCT_PER_YEAR")
                .put("zh", "%/年")
                .put("ucum", "%/a")
                .put("kind", "growth");
        ArrayNode indicators = file.putArray("indicators");
        for (int i = 1; i <= INDICATORS; i++) {
            indicator(indicators.addObject(), i);
        }
        return file;
    }

    private void indicator(ObjectNode row, int i) {
        row.put("number", i)
                .put("code", "sample-" + i)
                .put("sdmx", "SAMPLE_" + i)
                .put("name_zh", SAMPLE + i);
        row.put("group", "sample").put("group_zh", "样本").put("measure", "stock").put("direction", "higher");
        row.putObject("unit").put("code", "CNY_100M");
        row.putObject("baseline")
                .put("year", 2025)
                .put("printed", "1")
                .put("value", 1)
                .put("period", "2025-12-31");
        row.putObject("target")
                .put("year", 2030)
                .put("printed", String.valueOf(target(i)))
                .put("comparator", "ge")
                .put("value", target(i))
                .put("period", "2030-12-31");
        row.putObject("growth")
                .put("printed", "15%")
                .put("kind", "compound_percent_per_year")
                .put("min", 15)
                .put("max", 15)
                .put("unit", "PCT_PER_YEAR");
        row.put("clause", "table." + i);
    }

    private static ObjectNode clauses() {
        ObjectNode file = JSON.objectNode();
        ArrayNode clauses = file.putArray("clauses");
        clauses.addObject().put("id", "table").put("title_zh", SAMPLE + "表");
        clauses.addObject().put("id", "tasks").put("title_zh", SAMPLE + "任务");
        for (int i = 1; i <= INDICATORS; i++) {
            clauses.addObject().put("id", "table." + i).put("parent", "table").put("title_zh", SAMPLE + i);
        }
        for (int i = 0; i < AREAS; i++) {
            clauses.addObject().put("id", "tasks." + i).put("parent", "tasks").put("title_zh", SAMPLE + i);
        }
        return file;
    }

    private static ObjectNode regions() {
        ObjectNode file = JSON.objectNode();
        ArrayNode regions = file.putArray("regions");
        for (int i = 0; i < REGIONS; i++) {
            ObjectNode row = regions.addObject();
            row.put("code", "SAMPLE-" + i).put("code_system", "sample").put("sdmx", "SAMPLE_" + i);
            row.put("name_zh", SAMPLE + "地区 " + i).put("kind", i == 0 ? "prefecture_city" : "district");
            if (i > 0) {
                row.put("parent", CITY);
            }
        }
        file.putArray("reference_regions");
        return file;
    }

    private static ObjectNode organisations() {
        ObjectNode file = JSON.objectNode();
        ArrayNode organisations = file.putArray("organisations");
        for (int i = 0; i < ORGANISATIONS; i++) {
            organisations
                    .addObject()
                    .put("id", "org-" + i)
                    .put("name_zh", SAMPLE + "机构 " + i)
                    .put("kind", "government");
        }
        return file;
    }

    /** A target of each district for the indicators that it shares in. */
    private ObjectNode facts() {
        ObjectNode file = JSON.objectNode();
        file.putArray("series");
        ArrayNode facts = file.putArray("facts");
        for (int i = 1; i <= INDICATORS; i++) {
            for (int region : DISTRICTS_WITH_TARGETS) {
                ObjectNode row = facts.addObject();
                row.put("id", "f" + facts.size()).put("series", "sample-" + i).put("period", "2030-12-31");
                row.put("region", "SAMPLE-" + region)
                        .put("value", target(i))
                        .put("comparator", "ge")
                        .put("unit", "CNY_100M");
                row.put("kind", "target")
                        .put("printed", String.valueOf(target(i)))
                        .put("clause", "table." + i);
            }
        }
        return file;
    }

    private ObjectNode tasks() {
        ObjectNode file = JSON.objectNode();
        file.putArray("verbs").addObject().put("code", "pilot").put("zh", "试点");
        ArrayNode tasks = file.putArray("tasks");
        for (int area = 0; area < AREAS; area++) {
            task(tasks, "t" + area, null, "area", area);
            for (int section = 0; section < SECTIONS; section++) {
                task(tasks, "t" + area + "." + section, "t" + area, "section", area);
            }
        }
        for (int i = 0; tasks.size() < TASKS; i++) {
            int area = i % AREAS;
            String section = "t" + area + "." + i / AREAS % SECTIONS;
            ObjectNode row = task(tasks, section + ".m" + i, section, "measure", area);
            row.putArray("verbs").add("pilot");
            row.putArray("regions").add("SAMPLE-" + i % REGIONS);
            row.putArray("organisations").add("org-" + i % ORGANISATIONS);
            row.putArray("indicators").add("sample-" + (1 + i % INDICATORS));
            if (i % CHANGED_TASKS == 0) {
                row.put("title_en", "Sample " + section + ", version " + version);
            }
            row.put("lead", "org-" + i % ORGANISATIONS).put("due", "2029-12-31");
            row.putArray("cooperating").add("org-" + (i + 1) % ORGANISATIONS);
        }
        return file;
    }

    private static ObjectNode task(ArrayNode tasks, String id, String parent, String level, int area) {
        ObjectNode row = tasks.addObject();
        row.put("id", id)
                .put("parent", parent)
                .put("clause", "tasks." + area)
                .put("branch", "task")
                .put("level", level);
        String text = SAMPLE + "任务 " + id + "，推动机构在各地区开展试点，完善机制，定期评估。";
        return row.put("title_zh", SAMPLE + id).put("title_en", "Sample " + id).put("summary_zh", text);
    }

    private static void write(Path directory, String file, ObjectNode content) throws IOException {
        Files.writeString(
                directory.resolve(file), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    }
}
