package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What follows from a figure that falls behind: the judgement, the flagged tasks, the alert and the events. */
final class Consequences {

    private static final String TASK_OFFICER = "city-officer";
    private static final String RISK_OFFICER = "risk-officer";
    private static final String INTEGRATOR = "integrator";
    private static final String RULE = "plan-indicator-off-path";
    private static final String OFF_PATH = "behind";
    private static final int PAGE = 500;
    private static final Set<String> EXPECTED = Set.of(
            "org.finplan.indicators.observation.recorded.v1",
            "org.finplan.indicators.attainment.changed.v1",
            "org.finplan.tasks.task.statuschanged.v1");
    private static final Set<String> ALERT = Set.of(
            "org.finplan.risk.alert.raised.v1",
            "org.finplan.risk.alert.relapsed.v1",
            "org.finplan.risk.alert.raisedlevel.v1");

    private final Caller caller;
    private final Narration narration;

    Consequences(Caller caller, Narration narration) {
        this.caller = caller;
        this.narration = narration;
    }

    /** {@return where the judgement of the sample region can be read} */
    String attainmentPath() {
        return "/api/v1/attainment?plan=%s&period=%s&region=%s".formatted(Sample.PLAN, Sample.PERIOD, Sample.REGION);
    }

    /** {@return the judgement of the sample indicator in an answer} */
    JsonNode judgement(JsonNode answer) {
        for (JsonNode item : answer.path("items")) {
            if (item.path("indicator").asText().equals(Sample.INDICATOR)) {
                return item;
            }
        }
        throw new StepFailedException("没有评判 / not judged: " + Sample.INDICATOR);
    }

    void attainment() {
        narration.step("评判随之改变：滞后", "The judgement changes: behind");
        JsonNode judgement = judgement(caller.get(
                Sample.OFFICER,
                attainmentPath(),
                Show.only(
                                "indicator",
                                "period",
                                "baseline",
                                "target",
                                "value",
                                "comparator",
                                "actual",
                                "expected",
                                "gap",
                                "ratio",
                                "state")
                        .of(Sample.INDICATOR)));
        Story.expect(
                judgement.path("state").asText().equals(OFF_PATH),
                "应为滞后 / should be behind: " + judgement.path("state"));
        narration.shown(
                "实际 %s，按路径应达 %s：滞后。"
                        .formatted(
                                judgement.at("/actual/value").asText(),
                                judgement.path("expected").asText()),
                "Actual %s where the path expects %s: behind."
                        .formatted(
                                judgement.at("/actual/value").asText(),
                                judgement.path("expected").asText()));
    }

    void tasks() {
        narration.step(
                "关联任务被标记，并说明原因（由事件触发，任务服务不读取指标库）",
                "The linked tasks are flagged and say why (by event: the tasks service never reads the indicators' tables)");
        JsonNode page = caller.await(
                TASK_OFFICER,
                "/api/v1/tasks?plan=%s&indicator=%s&region=%s&flagged=true"
                        .formatted(Sample.PLAN, Sample.INDICATOR, Sample.REGION),
                answer -> !answer.path("items").isEmpty(),
                Show.only("id", "clause", "title", "flagged"));
        String id = Story.items(page).get(0).path("id").asText();
        JsonNode task = caller.await(
                TASK_OFFICER,
                "/api/v1/tasks/" + id + "?plan=" + Sample.PLAN,
                answer -> !flag(answer).isMissingNode(),
                Show.only("id", "clause", "title", "flags"));
        narration.shown(
                flag(task).at("/reason/zh").asText(),
                flag(task).at("/reason/en").asText());
    }

    private static JsonNode flag(JsonNode task) {
        for (JsonNode flag : task.path("flags")) {
            if (flag.path("region").asText().equals(Sample.REGION)
                    && flag.path("period").asText().equals(Sample.PERIOD)) {
                return flag;
            }
        }
        return task.path("no-flag-of-this-region");
    }

    void alert(int version) {
        narration.step("产生预警，附依据与时间线", "An alert is raised, with its evidence and its timeline");
        JsonNode page = caller.await(
                RISK_OFFICER,
                "/api/v1/alerts?rule=%s&indicator=%s&region=%s&sort=-updatedAt"
                        .formatted(RULE, Sample.INDICATOR, Sample.REGION),
                answer -> open(answer, version),
                Show.only(
                        "id",
                        "level",
                        "state",
                        "round",
                        "title",
                        "evidence",
                        "period",
                        "version",
                        "actual",
                        "expected",
                        "gap",
                        "allowedActions"));
        String id = Story.items(page).get(0).path("id").asText();
        JsonNode timeline = caller.get(
                RISK_OFFICER,
                "/api/v1/alerts/" + id + "/timeline",
                Show.only("kind", "summary", "occurredAt", "round", "state", "level"));
        Story.expect(!timeline.path("items").isEmpty(), "时间线为空 / the timeline is empty");
        narration.shown(
                "预警由规则产生，无人手工录入；同一原因只有一条未关闭的预警。",
                "The rule raised it, nobody typed it in; one cause has one open alert.");
    }

    /** {@return the alert of the sample region as it stands, without a word printed} */
    JsonNode alertOfTheSample() {
        return caller.quietly(
                        RISK_OFFICER,
                        "/api/v1/alerts?rule=%s&indicator=%s&region=%s&sort=-updatedAt"
                                .formatted(RULE, Sample.INDICATOR, Sample.REGION))
                .path("items")
                .path(0);
    }

    private static boolean open(JsonNode page, int version) {
        JsonNode alert = page.path("items").path(0);
        return !alert.isMissingNode()
                && !alert.path("state").asText().equals("closed")
                && alert.at("/evidence/version").asInt() >= version;
    }

    /** {@return the cursor behind the last event that is there now} */
    String endOfFeed() {
        return caller.quietly(INTEGRATOR, feedPath("now", 0)).path("nextCursor").asText();
    }

    void feed(String start) {
        narration.step(
                "同样的事件出现在事件流中，每个对象内部严格有序", "The same events appear in the feed, in strict order for each aggregate");
        List<JsonNode> events = new ArrayList<>();
        Set<String> types = new TreeSet<>();
        String cursor = start;
        for (int reads = 0; reads < 20 && !complete(types); reads++) {
            JsonNode page = caller.quietly(INTEGRATOR, feedPath(cursor, 2));
            cursor = page.path("nextCursor").asText(cursor);
            Story.items(page).forEach(event -> {
                events.add(event);
                types.add(event.path("type").asText());
            });
        }
        narration.line("");
        narration.line("→ GET " + feedPath("…", 2) + "    [" + INTEGRATOR + "]");
        events.forEach(
                event -> narration.line("  " + TextWidth.left(event.path("type").asText(), 50)
                        + TextWidth.right(event.path("sequence").asText(), 4) + "  "
                        + event.path("partitionkey").asText()));
        Story.expect(complete(types), "缺少事件 / events are missing; seen: " + types);
        inOrder(events);
        narration.shown(
                "报送、评判、任务、预警各有其事件；序号在每个对象内连续。",
                "Report, judgement, task and alert each have their event; the sequence has no gap within an aggregate.");
    }

    private static boolean complete(Set<String> types) {
        return types.containsAll(EXPECTED) && ALERT.stream().anyMatch(types::contains);
    }

    private static void inOrder(List<JsonNode> events) {
        Map<String, Long> last = new HashMap<>();
        for (JsonNode event : events) {
            long sequence = event.path("sequence").asLong();
            Long before = last.put(event.path("partitionkey").asText(), sequence);
            Story.expect(
                    before == null || sequence == before + 1,
                    "顺序不对 / out of order: " + event.path("partitionkey").asText());
        }
    }

    private static String feedPath(String after, int waitSeconds) {
        return "/api/v1/events?after=%s&limit=%d&wait=%d".formatted(after, PAGE, waitSeconds);
    }
}
