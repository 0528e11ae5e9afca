package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A supervised matter from a late report to its score. The city sets a sample target for Deqing; its figure for the last year of the
 * plan was due long ago, so a matter opens by itself. It is told on any day of the week: its reminders keep to working days.
 */
final class LateReport {

    private static final String CITY = "city-officer";
    private static final String INDICATOR = "inclusive-sme-loans";
    /** Deqing; no other step of the demo touches it. */
    private static final String REGION = "441226";

    private static final String DISTRICT = "district-" + REGION;
    private static final String PERIOD = "2025";
    private static final BigDecimal FIGURE = new BigDecimal("21.5");
    private static final String MATTERS = "/api/v1/supervisions";
    private static final List<String> WAY =
            List.of("registered", "assigned", "acknowledged", "replied", "verified", "closed", "scored");
    private static final int LABEL = 18;
    private static final int COLUMN = 24;

    private static final Show MATTER = Show.only(
            "state",
            "stateName",
            "deadline",
            "original",
            "current",
            "provisional",
            "ladder",
            "unit",
            "cause",
            "causeKind");

    private final Caller caller;
    private final Narration narration;

    LateReport(Caller caller, Narration narration) {
        this.caller = caller;
        this.narration = narration;
    }

    void tell() {
        String name = ask();
        String path = opened(name);
        assign(path);
        deliver(path);
        check(path);
        timeline(path);
    }

    private String ask() {
        narration.step(
                "市级为德庆县设定一个样本目标：其 2025 年的数据早已到期，尚未报送（规划已结束、尚未归档，仍须补报）",
                "The city sets a sample target for Deqing: its figure for 2025 was due long ago and is not there (the plan has"
                        + " ended and is not archived, so it still owes its last figures)");
        String target = "/api/v1/targets?plan=%s&indicator=%s&region=%s".formatted(Sample.PLAN, INDICATOR, REGION);
        List<JsonNode> known = Story.items(caller.quietly(CITY, target));
        if (known.isEmpty()) {
            caller.post(
                    CITY, "/api/v1/targets", Sample.target(INDICATOR, REGION), Show.only("plan", "region", "reason"));
        } else {
            Story.expect(
                    known.get(0).path("reason").asText().equals(Sample.TITLE),
                    "德庆县已有另一个目标，演示不改动它 / Deqing has another target, which the demo leaves alone");
        }
        String late =
                "/api/v1/overdue-reports?plan=%s&indicator=%s&region=%s".formatted(Sample.PLAN, INDICATOR, REGION);
        JsonNode report = Story.items(caller.await(
                        DISTRICT,
                        late,
                        answer -> !answer.path("items").isEmpty(),
                        Show.only("indicator", "region", "period", "dueOn", "toldAt", "arrivedAt", "daysLate")))
                .get(0);
        Story.expect(
                report.path("period").asText().equals(PERIOD),
                "应为 2025 年 / should be that of 2025: " + report.path("period"));
        narration.shown(
                "应于 " + report.path("dueOn").asText() + " 前报送；系统自行发现并告知一次（report.overdue），更早的年份不再追溯。",
                "It was due by " + report.path("dueOn").asText()
                        + ". The suite found it by itself and told it once (report.overdue); older years are let be.");
        return report.at("/name/zh").asText();
    }

    private String opened(String name) {
        narration.step(
                "事件自行立项：督办事项有办理期限（按工作日）与督办阶梯，无人手工录入",
                "The event opens a matter by itself, with a deadline in working days and a ladder; nobody typed it in");
        JsonNode page = caller.await(
                CITY,
                MATTERS + "?cause=report-overdue&region=" + REGION,
                answer -> Story.items(answer).stream().anyMatch(matter -> isAbout(matter, name)),
                Show.only("title", "state", "deadline", "original", "current", "unit"));
        JsonNode matter = Story.items(page).stream()
                .filter(one -> isAbout(one, name))
                .findFirst()
                .orElseThrow();
        String path = MATTERS + "/" + matter.path("id").asText();
        JsonNode deadline = caller.get(CITY, path, MATTER).path("deadline");
        String day = deadline.path("original").asText();
        JsonNode days = caller.quietly(CITY, "/api/v1/working-days?from=" + day + "&to=" + day);
        Story.expect(days.path("count").asInt() == 1, "办理期限不应落在休息日 / the deadline should be a working day: " + day);
        narration.shown("原定期限 " + day + "，永久保留。", "The original deadline, " + day + ", stays for ever.");
        return path;
    }

    private static boolean isAbout(JsonNode matter, String name) {
        String title = matter.path("title").asText();
        return title.contains(name) && title.contains(PERIOD);
    }

    private void assign(String path) {
        narration.step("交办与签收：市级交办，德庆县签收", "Given and receipted: the city assigns it, Deqing acknowledges it");
        move(path, "registered", CITY, "assign", note("演示样本：请补报数据。 (sample)"));
        move(path, "assigned", DISTRICT, "acknowledge", note("演示样本：已收悉。 (sample)"));
        stands(path, Set.of("acknowledged", "answered", "verified", "closed", "scored"));
        narration.shown("签收之前，阶梯按工作日催办。", "Until it is receipted the ladder reminds, on working days.");
    }

    private void deliver(String path) {
        narration.step(
                "补报数据（演示样本），并以该数据的版本作为反馈的依据，不重复录入",
                "The figure is delivered (a sample), and the answer cites its version as evidence: nothing is typed twice");
        if (state(path).equals("acknowledged")) {
            caller.post(
                    DISTRICT,
                    "/api/v1/observations",
                    Sample.figure(INDICATOR, REGION, PERIOD, FIGURE),
                    Show.only("state", "counts"));
            JsonNode figure = Story.items(caller.get(
                            DISTRICT,
                            "/api/v1/indicators/%s/observations?region=%s&from=%s&to=%s"
                                    .formatted(INDICATOR, REGION, PERIOD, PERIOD),
                            Show.only("id", "period", "value", "unit", "version", "source", "title")))
                    .get(0);
            move(path, "acknowledged", DISTRICT, "reply", reply(figure));
        }
        stands(path, Set.of("answered", "verified", "closed", "scored"));
        narration.shown("反馈所附依据为数据的编号和版本。", "The answer carries the id and the version of the figure.");
    }

    private static ObjectNode reply(JsonNode figure) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", "演示样本：数据已补报。 (sample)");
        body.putArray("evidence")
                .addObject()
                .put("kind", "observation")
                .put("observation", figure.path("id").asText())
                .put("version", figure.path("version").asInt());
        return body;
    }

    private void check(String path) {
        narration.step(
                "核查、办结、考评：反馈者不得核查自己的反馈",
                "Checked by somebody else than who answered, closed, and scored with its arithmetic");
        ObjectNode accepted =
                JsonNodeFactory.instance.objectNode().put("accepted", true).put("remark", "演示样本：属实。 (sample)");
        move(path, "answered", CITY, "verify", accepted);
        move(path, "verified", CITY, "close", note("演示样本 (sample)"));
        move(path, "closed", CITY, "score", JsonNodeFactory.instance.objectNode());
        JsonNode matter = caller.get(CITY, path, Show.only("state", "score", "base", "lines", "total", "onTime"));
        Story.expect(
                matter.path("state").asText().equals("scored"), "应已考评 / should be scored: " + matter.path("state"));
        narration.shown(
                "考评 " + matter.at("/score/total").asInt() + " 分（分值为假设，附计算过程）。",
                "It scores " + matter.at("/score/total").asInt()
                        + " (the points are an assumption, with their arithmetic).");
    }

    private void timeline(String path) {
        narration.step("时间线：每一步的时间、人员与单位", "The timeline: every step with its time, person and unit");
        narration.request(CITY, "GET " + path + "/timeline?limit=500", null);
        List<JsonNode> entries = Story.items(caller.quietly(CITY, path + "/timeline?limit=500"));
        List<String> way = new ArrayList<>();
        narration.line("");
        for (JsonNode entry : entries) {
            narration.line(TextWidth.left(entry.path("kind").asText(), LABEL)
                    + TextWidth.left(entry.at("/summary/zh").asText(), COLUMN)
                    + TextWidth.left(entry.path("actor").asText(), COLUMN)
                    + entry.path("occurredAt").asText());
            if (WAY.contains(entry.path("kind").asText())) {
                way.add(entry.path("kind").asText());
            }
        }
        Story.expect(way.equals(WAY), "时间线不完整 / the timeline is not whole: " + way);
        narration.shown("从逾期报送到考评，全过程可查。", "From the late report to the score, all of it can be read.");
    }

    /** An earlier demo may have come so far, or further: then there is nothing to do. */
    private void move(String path, String from, String user, String action, JsonNode body) {
        if (state(path).equals(from)) {
            caller.move(user, path, action, body, MATTER);
        } else {
            narration.say("“" + action + "”在以前的演示中已经完成。", "\"" + action + "\" was done in an earlier demo.");
        }
    }

    private void stands(String path, Set<String> states) {
        JsonNode matter = caller.get(DISTRICT, path, Show.only("state", "stateName"));
        Story.expect(
                states.contains(matter.path("state").asText()),
                "状态不对 / should be further: " + matter.path("state").asText());
    }

    private String state(String path) {
        return caller.quietly(CITY, path).path("state").asText();
    }

    private static ObjectNode note(String text) {
        return JsonNodeFactory.instance.objectNode().put("note", text);
    }
}
