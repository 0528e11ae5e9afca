package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A guarantee chain before it runs: six firms that do not exist, three of which guarantee each other in a circle. Their contracts are
 * recorded as facts, a failure is let spread, and a guarantee that ought to go is looked for.
 */
final class GuaranteeChain {

    private static final String OFFICER = "risk-officer";
    private static final String METHOD = "linear-debtrank";
    private static final BigDecimal BOUND = new BigDecimal("0.25");
    private static final int NAME = 16;
    private static final int SHARE = 10;
    private static final int PERCENT = 100;

    private final Caller caller;
    private final Narration narration;

    GuaranteeChain(Caller caller, Narration narration) {
        this.caller = caller;
        this.narration = narration;
    }

    void tell() {
        record();
        String network = network();
        int component = component(network);
        spread(network);
        compare(network);
        remove(network, component);
        alert();
    }

    private void record() {
        narration.step(
                "登记六家企业、净资产与七份担保合同（演示样本，并无这些企业）：其中三家互保成圈，一份多人担保，一份保证期间已过",
                "Six firms, their equity and seven guarantees are recorded (samples: there are no such firms): three of them in a"
                        + " circle, one contract with two guarantors, one whose period is over");
        table("firm", SampleChain.firms());
        table("equity", SampleChain.equity());
        table("guarantee", SampleChain.guarantees());
        narration.shown("每个事实都有版本；同样的表再次导入不会改变任何内容。", "Every fact has versions; the same table again changes nothing.");
    }

    private void table(String kind, List<String> lines) {
        JsonNode answer = caller.postTable(
                OFFICER, "/api/v1/network-facts:import?kind=" + kind, lines, Show.only("state", "counts", "converted"));
        Story.expect(
                answer.path("state").asText().equals("completed"), "导入应完成 / should be taken: " + answer.path("state"));
    }

    private String network() {
        narration.step(
                "由事实生成 2025 年末的担保网络：过期的合同不计入，金额统一为元",
                "The facts make the network of the end of 2025: what had ended is left out, amounts are in yuan");
        ObjectNode wanted =
                JsonNodeFactory.instance.objectNode().put("kind", "guarantee").put("on", SampleChain.DAY);
        JsonNode made = caller.post(
                OFFICER,
                "/api/v1/networks:from-facts",
                wanted,
                Show.only("id", "on", "synthetic", "firms", "edges", "notInForce", "leftOut", "number", "until"));
        Story.expect(
                made.path("leftOut").toString().contains("演示样本-担保-7"),
                "过期合同应被排除 / the ended contract should be left out: " + made.path("leftOut"));
        narration.shown(
                "保证期间未约定的，为主债务履行期届满之日起六个月（民法典第六百九十二条）：第七份合同的担保已于 2024 年 12 月届满。",
                "Where no period was agreed it is six months from the day on which the debt was due (Civil Code, article 692):"
                        + " the seventh guarantee ended in December 2024.");
        return "/api/v1/networks/" + made.path("id").asText();
    }

    private int component(String network) {
        narration.step("担保链、互保圈与核心企业", "Its chain, the circle in it, and the firm at which most is at stake");
        JsonNode page = caller.get(
                OFFICER,
                network + "/components",
                Show.only(
                        "number",
                        "size",
                        "amount",
                        "coreFirm",
                        "firm",
                        "given",
                        "received",
                        "circles",
                        "firms",
                        "radiusUpper"));
        JsonNode chain = Story.items(page).stream()
                .filter(one -> texts(one.path("firms")).contains(SampleChain.FIRST))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("没有担保链 / no chain"));
        JsonNode circle = chain.path("circles").path(0);
        Story.expect(
                texts(circle.path("firms")).equals(List.of(SampleChain.FIRST, SampleChain.SECOND, SampleChain.THIRD)),
                "甲、乙、丙应成圈 / the first three should be a circle: " + circle);
        narration.shown(
                "甲、乙、丙互保成圈，谱半径 " + rounded(circle.path("radiusUpper")) + "（达到 1 时，任何冲击最终都会导致违约）。",
                "The first three guarantee each other in a circle; its spectral radius is "
                        + rounded(circle.path("radiusUpper")) + " (from 1 on, any shock ends in a failure).");
        return chain.path("number").asInt();
    }

    private void spread(String network) {
        narration.step(
                "若企业甲违约：风险沿哪些路径、传到谁、多少", "If the first firm fails: who is reached, on which path, with how much");
        caller.get(
                OFFICER,
                network + "/exposures?firm=" + SampleChain.FIRST + "&depth=5",
                Show.only("firm", "steps", "amount", "worstCase", "path"));
        ObjectNode wanted = failure().put("network", network.substring(network.lastIndexOf('/') + 1));
        JsonNode result = caller.post(
                        OFFICER,
                        "/api/v1/contagion-runs",
                        wanted,
                        Show.only("id", "state", "impact", "defaults", "iterations", "converged", "method", "solver"))
                .path("result");
        narration.line("");
        narration.line(row("企业 firm", "净资产 equity", "损失 lost"));
        SampleChain.FIRMS.forEach(
                firm -> narration.line(row(firm.get(1), firm.get(2), percent(stress(result, firm.get(0))))));
        Story.expect(
                ofTheSix(result.path("defaults")).equals(List.of(SampleChain.FIRST, SampleChain.FOURTH)),
                "丁应随之违约 / the fourth should fail too: " + result.path("defaults"));
        narration.shown(
                "丁为甲、丙两家担保，随之违约；结果附快照、方法、参数与容差，可重现。",
                "The fourth, which stands in for two of them, fails too. The result names network, method and parameters, and"
                        + " comes out the same again.");
    }

    private void compare(String network) {
        narration.step(
                "若解除丙对甲的担保：在副本上推演，与现状并列比较", "What if the third did not guarantee the first: on a copy, side by side");
        ObjectNode wanted = failure();
        wanted.putArray("remove").addObject().put("from", SampleChain.THIRD).put("to", SampleChain.FIRST);
        JsonNode compared = caller.post(
                OFFICER,
                network + "/what-ifs",
                wanted,
                Show.only("impactChange", "spared", "added", "component", "radiusBefore", "radiusAfter"));
        narration.line("");
        narration.line(row("企业 firm", "现状 now", "解除后 then"));
        SampleChain.FIRMS.forEach(firm -> narration.line(row(
                firm.get(1),
                percent(stress(compared.path("before"), firm.get(0))),
                percent(stress(compared.path("after"), firm.get(0))))));
        Story.expect(
                texts(compared.path("spared")).equals(List.of(SampleChain.FOURTH))
                        && compared.at("/component/radiusAfter").decimalValue().signum() == 0,
                "丁应免于违约 / the fourth should be spared: " + compared.path("spared"));
        narration.shown("圈被打开，丁不再违约。", "The circle is open, and the fourth no longer fails.");
    }

    private void remove(String network, int component) {
        narration.step(
                "要把任何一家违约的影响降到 25% 以下，应先解除哪些担保",
                "Which guarantees should go so that no single failure does more than a quarter");
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("component", component)
                .put("bound", BOUND);
        JsonNode found = caller.post(
                OFFICER,
                network + "/cheapest-removals",
                wanted,
                Show.only(
                        "impactBefore",
                        "impactAfter",
                        "steps",
                        "contract",
                        "amount",
                        "cost",
                        "lowerBound",
                        "proof",
                        "gap"));
        Story.expect(
                !found.path("steps").isEmpty()
                        && found.path("impactAfter").decimalValue().compareTo(BOUND) <= 0,
                "影响应降到界限以下 / should be under the bound: " + found.path("impactAfter"));
        narration.shown(
                "最大影响由 " + percent(found.path("impactBefore")) + " 降至 " + percent(found.path("impactAfter"))
                        + "；与已证明的下界的差距一并给出。",
                "The gravest failure does " + percent(found.path("impactAfter")) + " instead of "
                        + percent(found.path("impactBefore")) + "; how far that is from a proven bound is told too.");
    }

    private void alert() {
        narration.step(
                "丁被登记欠薪（演示样本）：规则库自行发现并预警（四欠，规则 TC-02）",
                "The fourth is recorded as owing wages (a sample): the rule book finds it and warns (TC-02)");
        table(
                "arrears",
                List.of(
                        "uscc,type,start,source",
                        String.join(",", SampleChain.FOURTH, "wages", SampleChain.DAY, SampleChain.SOURCE)));
        JsonNode page = caller.await(
                OFFICER,
                "/api/v1/alerts?rule=TC-02&limit=500",
                answer -> warned(answer).isPresent(),
                Show.only("id", "rule", "level", "state", "title", "mutedBy"));
        JsonNode alert = warned(page).orElseThrow();
        narration.shown(
                "预警级别 " + alert.path("level").asText() + "；依据为二手文献，预警但不认定违规。",
                "Its level is " + alert.path("level").asText()
                        + "; the source was read second-hand, so it warns and states no breach.");
    }

    private static Optional<JsonNode> warned(JsonNode page) {
        return Story.items(page).stream()
                .filter(alert -> alert.path("indicator").asText().equals(SampleChain.FOURTH))
                .findFirst();
    }

    private static ObjectNode failure() {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("method", METHOD);
        wanted.putObject("shock").put(SampleChain.FIRST, 1);
        return wanted;
    }

    private static JsonNode stress(JsonNode result, String firm) {
        return result.path("stress").path(firm);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Other firms of the city may have failed before anything happens. */
    private static List<String> ofTheSix(JsonNode firms) {
        List<String> six = SampleChain.FIRMS.stream().map(firm -> firm.get(0)).toList();
        return texts(firms).stream().filter(six::contains).toList();
    }

    private static String row(String name, String one, String other) {
        return TextWidth.left(name, NAME) + TextWidth.right(one, NAME) + TextWidth.right(other, SHARE + NAME / 2);
    }

    private static String percent(JsonNode share) {
        return share.decimalValue().multiply(BigDecimal.valueOf(PERCENT)).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    private static BigDecimal rounded(JsonNode number) {
        return number.decimalValue().setScale(3, RoundingMode.HALF_UP);
    }
}
