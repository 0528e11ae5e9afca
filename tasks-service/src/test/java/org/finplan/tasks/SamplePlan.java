package org.finplan.tasks;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanStageChanged;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.PublishedPlan;
import org.finplan.platform.testing.TestEvents;

/** A plan of one test's own, of a made-up city with two districts, with tasks that the test writes. */
public final class SamplePlan {

    private static final String AREA =
            "{\"id\":\"t1\",\"parent\":null,\"clause\":\"ch4\",\"branch\":\"task\",\"level\":\"area\","
                    + "\"title_zh\":\"演示样本：领域\",\"summary_zh\":\"演示样本\"}";

    private final String code;
    private final PublishedPlan plan;
    private final SamplePlan beside;
    private int version;

    /**
     * A plan that nobody knows yet.
     *
     * @param code its code
     */
    public SamplePlan(String code) {
        this(code, null);
    }

    /**
     * A plan of the same city as another.
     *
     * @param code its code
     * @param beside the other one
     */
    public SamplePlan(String code, SamplePlan beside) {
        this.code = code;
        this.plan = new PublishedPlan(code);
        this.beside = beside;
    }

    /**
     * A measure as a package names it.
     *
     * @param id its id, below the area {@code t1}
     * @param title title in Chinese and in English, with a bar between
     * @param summary summary in Chinese and in English, with a bar between
     * @param more further members, each with a comma before it
     * @return its JSON
     */
    public static String measure(String id, String title, String summary, String more) {
        String[] titles = title.split("\\|", -1);
        String[] summaries = summary.split("\\|", -1);
        return ("{\"id\":\"%s\",\"parent\":\"t1\",\"clause\":\"ch4\",\"branch\":\"task\",\"level\":\"measure\","
                        + "\"title_zh\":\"%s\",\"title_en\":\"%s\",\"summary_zh\":\"%s\",\"summary_en\":\"%s\"%s}")
                .formatted(id, titles[0], titles[1], summaries[0], summaries[1], more);
    }

    /**
     * Publishes the next version and waits until it is in force.
     *
     * @param measures its measures
     */
    public void publish(String... measures) {
        String tasks = "{\"verbs\":[{\"code\":\"pilot\",\"zh\":\"试点\"}],\"tasks\":[" + AREA + ","
                + String.join(",", measures) + "]}";
        String west = (",{\"code\":\"%s\",\"code_system\":\"sample\",\"sdmx\":\"SAMPLE_WEST\",\"name_zh\":\"示例西区\","
                        + "\"name_en\":\"Sample West\",\"kind\":\"district\",\"parent\":\"%s\"}],\"reference_regions\"")
                .formatted(region("WEST"), region("CITY"));
        PlanFiles files = plan.files(text -> text.contains("\"verbs\": [")
                ? tasks
                : text.replace(plan.region(""), region("")).replaceFirst("\\s*],\\s*\"reference_regions\"", west));
        version++;
        plan.publish(version, files);
        plan.answers("tasks.events", version);
        plan.enforce(version, files);
        String last = measures[measures.length - 1].replaceFirst("^\\{\"id\":\"([^\"]+)\".*$", "$1");
        await().untilAsserted(() -> officer().get(path(last)).then().statusCode(200));
    }

    /** Archives the plan. */
    public void archive() {
        TestEvents.publish(TestEvents.publish(
                new PlanStageChanged(
                        code,
                        new LocalizedText("演示样本", "Sample"),
                        "evaluated",
                        "archived",
                        "演示样本 sample",
                        "sample-admin",
                        Instant.parse("2031-05-31T16:00:00Z")),
                "plan/" + code,
                1,
                region("CITY")));
    }

    /** {@return its code} */
    public String code() {
        return code;
    }

    /**
     * The code of a region.
     *
     * @param name CITY, EAST or WEST
     * @return its code
     */
    public String region(String name) {
        return beside == null ? plan.region(name) : beside.region(name);
    }

    /**
     * The path of a task.
     *
     * @param id its id, with what follows it in the path
     * @return the path below the gateway
     */
    public String path(String id) {
        return "/api/v1/tasks/" + id + "?plan=" + code;
    }

    /** {@return a request of an officer of the city} */
    public RequestSpecification officer() {
        return asBoundTo("city-officer", region("CITY"));
    }

    /** {@return a request of somebody else of the city, who may all an officer may} */
    public RequestSpecification admin() {
        return asBoundTo("city-admin", region("CITY"));
    }

    /** {@return a request of an officer of the east} */
    public RequestSpecification district() {
        return asBoundTo("district-441202", region("EAST"));
    }
}
