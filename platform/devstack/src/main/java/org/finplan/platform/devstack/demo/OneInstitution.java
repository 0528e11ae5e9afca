package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.finplan.platform.devstack.client.Answer;

/**
 * The way of one institution from its report to the alert: a guarantee company that does not exist stands at its statutory
 * multiple in September and beyond it in October.
 */
final class OneInstitution {

    private static final String OFFICER = "risk-officer";
    private static final String USCC = "91441284MA000DEM1L";
    /** 融资担保公司监督管理条例, article 15: guarantees of no more than ten times net assets. */
    private static final String RULE = "FG-01";

    private static final String AT_THE_LIMIT = "2026-09";
    private static final String BEYOND = "2026-10";
    private static final long NET_ASSETS = 30_000_000;
    private static final long TEN_TIMES = 10 * NET_ASSETS;
    private static final long MORE = TEN_TIMES + NET_ASSETS / 2;
    /** Half of them small firms: not enough for the higher multiple of those who mainly guarantee for small firms. */
    private static final int CLIENTS = 40;

    private static final String ASSESSMENTS = "/api/v1/rule-assessments?institution=" + USCC;

    private final Caller caller;
    private final Narration narration;

    OneInstitution(Caller caller, Narration narration) {
        this.caller = caller;
        this.narration = narration;
    }

    void tell() {
        register();
        report();
        judged();
        alert();
    }

    private void register() {
        narration.step(
                "四会市登记一家融资担保公司（演示样本，并无此机构）",
                "Sihui registers a guarantee company (a sample: there is no such company)");
        ObjectNode institution = JsonNodeFactory.instance
                .objectNode()
                .put("uscc", USCC)
                .put("name", "演示样本融资担保公司")
                .put("kind", "guarantee_commercial")
                .put("region", Sample.REGION)
                .put("status", "operating")
                .put("since", "2020-01-01");
        Answer answer = caller.posted(
                Sample.OFFICER,
                "/api/v1/institutions",
                institution,
                Show.only("uscc", "name", "kind", "region", "status", "code", "title"));
        String code = answer.body().path("code").asText();
        Story.expect(
                answer.status() == 201 || code.equals("institution-exists"),
                "应为 201，或已登记 / should be 201, or registered already: " + answer.status() + " " + code);
        narration.shown(
                answer.status() == 201 ? "统一社会信用代码的校验位无误，机构已登记。" : "该机构在以前的演示中已经登记。",
                answer.status() == 201
                        ? "The check digit of its code fits, and it is registered."
                        : "It stands in the register from an earlier demo.");
    }

    private void report() {
        narration.step(
                "报送 9 月和 10 月的数据（演示样本）：担保责任余额从净资产的 10 倍升至 10.5 倍",
                "It reports September and October (samples): its guarantees grow from 10 to 10.5 times its net assets");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").add(item(AT_THE_LIMIT, TEN_TIMES)).add(item(BEYOND, MORE));
        JsonNode answer =
                caller.post(Sample.OFFICER, "/api/v1/institution-reports", body, Show.only("state", "counts"));
        Story.expect(
                answer.at("/counts/rejected").asInt() == 0,
                "不应有被拒绝的数据 / nothing should be rejected: " + answer.path("counts"));
    }

    private static ObjectNode item(String period, long guarantees) {
        ObjectNode item =
                JsonNodeFactory.instance.objectNode().put("institution", USCC).put("period", period);
        item.putObject("metrics")
                .put("guarantee-liability-balance", guarantees)
                .put("guarantee-balance", guarantees)
                .put("small-firm-and-farmer-guarantee-balance", NET_ASSETS)
                .put("guarantee-client-count", CLIENTS)
                .put("small-firm-and-farmer-client-count", CLIENTS / 2)
                .put("net-assets", NET_ASSETS)
                .put("total-assets", 2 * NET_ASSETS)
                .put("total-liabilities", NET_ASSETS);
        return item;
    }

    private void judged() {
        narration.step(
                "规则库评判：10 倍不违规（条例为“不得超过”），10.5 倍违规；未报送的指标是“未知”，不当作零",
                "The rule book judges: 10 times is lawful (\"no more than\"), 10.5 times is not; what was not reported is unknown, never zero");
        Show show =
                Show.only("rule", "period", "verdict", "level", "reason", "value", "limit", "ruleVersion", "ruleSet");
        JsonNode before = Story.items(
                        caller.get(OFFICER, ASSESSMENTS + "&rule=" + RULE + "&period=" + AT_THE_LIMIT, show))
                .get(0);
        JsonNode after = Story.items(caller.get(OFFICER, ASSESSMENTS + "&rule=" + RULE + "&period=" + BEYOND, show))
                .get(0);
        List<JsonNode> unknown = Story.items(
                caller.quietly(OFFICER, ASSESSMENTS + "&state=not-assessable&period=" + BEYOND + "&limit=500"));
        Story.expect(
                before.path("verdict").asText().equals("near")
                        && after.path("verdict").asText().equals("breached"),
                "应先接近、后违规 / should be near, then breached: " + before + after);
        Story.expect(!unknown.isEmpty(), "应有未知的规则 / some rules should be unknown");
        narration.shown(
                after.at("/reason/zh").asText() + "。另有 " + unknown.size() + " 条规则因缺少指标而未知。",
                after.at("/reason/en").asText() + ". " + unknown.size()
                        + " more rules are unknown, since their metrics are missing.");
    }

    private void alert() {
        narration.step(
                "同一次报送产生预警：级别、办理期限（按工作日）与时间线",
                "The same report raised an alert: its level, until when people have (in working days), and its timeline");
        JsonNode page = caller.get(
                OFFICER,
                "/api/v1/alerts?institution=" + USCC + "&rule=" + RULE,
                Show.only("id", "level", "state", "round", "title", "evidence", "period", "dueAt", "allowedActions"));
        Story.expect(
                Story.items(page).size() == 1,
                "应恰有一条预警 / there should be one alert: " + Story.items(page).size());
        JsonNode alert = Story.items(page).get(0);
        JsonNode timeline = caller.get(
                OFFICER,
                "/api/v1/alerts/" + alert.path("id").asText() + "/timeline",
                Show.only("kind", "summary", "occurredAt", "level", "state"));
        Story.expect(!timeline.path("items").isEmpty(), "时间线为空 / the timeline is empty");
        narration.shown(
                "报送、评判、预警在同一事务中完成；再次报送同样的数据不会产生第二条预警。",
                "Report, judgement and alert are one transaction; the same report again makes no second alert.");
    }
}
