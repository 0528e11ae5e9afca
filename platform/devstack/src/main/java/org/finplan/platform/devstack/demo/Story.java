package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.finplan.platform.devstack.client.Answer;

/** The steps of the demo, in order. A step that does not show what it promises ends the story. */
final class Story {

    private static final String OFFICER = "city-officer";
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2025;

    private static final Show JUDGEMENT = Show.only(
                    "indicator", "period", "actual", "value", "expected", "gap", "ratio", "state")
            .of(Sample.INDICATOR);

    private final Caller caller;
    private final Narration narration;
    private final Consequences consequences;
    private final NextPlan next;
    private final OneInstitution institution;
    private final LateReport late;
    private final GuaranteeChain chain;

    Story(Caller caller, Narration narration, Path samplePackage) {
        this.caller = caller;
        this.narration = narration;
        this.consequences = new Consequences(caller, narration);
        this.next = new NextPlan(caller, narration, consequences, samplePackage);
        this.institution = new OneInstitution(caller, narration);
        this.late = new LateReport(caller, narration);
        this.chain = new GuaranteeChain(caller, narration);
    }

    void tell() {
        narration.title(
                "FinPlan 演示：肇庆市金融改革发展“十四五”规划，2021—2025 年",
                "FinPlan demo: Zhaoqing's 14th five-year plan for financial reform and development, 2021 to 2025");
        scoreboard();
        setSampleTarget();
        String cursor = consequences.endOfFeed();
        postOnCourse();
        refuseNeighbour();
        int version = postBehind();
        consequences.attainment();
        consequences.tasks();
        consequences.alert(version);
        consequences.feed(cursor);
        next.tell();
        institution.tell();
        late.tell();
        chain.tell();
        narration.title(
                "演示完成，每一步都得到了预期结果。可再次运行 ./finplan demo。",
                "The demo is complete, and every step showed what it promises. Run ./finplan demo again if you like.");
    }

    private void scoreboard() {
        narration.step(
                "15 项指标的记分板（真实数据，仅限已公开的数据）", "The scoreboard of the 15 indicators (real figures, as far as published)");
        JsonNode indicators = caller.get(
                OFFICER,
                "/api/v1/indicators?plan=" + Sample.PLAN,
                Show.only("number", "code", "name", "unit", "baseline", "targets", "value", "comparator", "clause"));
        List<JsonNode> definitions = items(indicators);
        expect(definitions.size() == 15, "应有 15 项指标 / there should be 15 indicators: " + definitions.size());
        JsonNode judged = caller.get(
                OFFICER,
                "/api/v1/attainment?plan=%s&from=%d&to=%d&region=%s"
                        .formatted(Sample.PLAN, FIRST_YEAR, LAST_YEAR, Sample.CITY),
                Show.only(
                                "indicator",
                                "period",
                                "target",
                                "comparator",
                                "actual",
                                "value",
                                "expected",
                                "state",
                                "comparability")
                        .of(Sample.INDICATOR));
        SortedMap<Integer, List<JsonNode>> years = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            years.put(year, inOrder(definitions, items(judged), Integer.toString(year)));
        }
        narration.line("");
        new Scoreboard(definitions, years).lines().forEach(narration::line);
        greenCredit(years.get(LAST_YEAR).get(12));
    }

    /** It reached the number of its target; whether by the measure of its target nobody published. */
    private void greenCredit(JsonNode green) {
        BigDecimal actual = green.at("/actual/value").decimalValue();
        BigDecimal target = green.at("/target/value").decimalValue();
        expect(
                is(actual, "459")
                        && is(target, "351")
                        && green.path("state").asText().equals("achieved")
                        && green.path("comparability").asText().equals("unconfirmed"),
                "绿色信贷应为 459、目标 351、已达标、可比性待确认 / green credit should be 459 against 351, achieved, unconfirmed: "
                        + green);
        narration.shown(
                "绿色信贷余额 2025 年为 459 亿元，目标 351 亿元：达到目标数，但可比性待确认（?）：2025 年 10 月起认定标准有变化，"
                        + "该数按哪个口径统计未公布。没有公开数据的显示“无数据”。",
                "Green credit stood at 459 in 2025 against a target of 351: the number is reached, but whether the two can be"
                        + " compared is unconfirmed (?): what counts as green changed in October 2025, and by which definition"
                        + " the figure is was not published. Where nothing was published: no data.");
    }

    private void setSampleTarget() {
        narration.step(
                "市级为四会市设定一个目标（演示样本，并非规划中的目标）",
                "The city sets a target for Sihui (a sample for this demo, no target of the plan)");
        String path = "/api/v1/targets?plan=%s&indicator=%s&region=%s"
                .formatted(Sample.PLAN, Sample.INDICATOR, Sample.REGION);
        List<JsonNode> known = items(caller.quietly(OFFICER, path));
        if (known.isEmpty()) {
            caller.post(OFFICER, "/api/v1/targets", Sample.target(), Show.all());
            narration.shown("目标已记录，并标明为演示样本。", "The target is recorded and says that it is a sample.");
            return;
        }
        caller.get(OFFICER, path, Show.all());
        expect(
                known.get(0).path("reason").asText().equals(Sample.TITLE),
                "四会市已有另一个目标，演示不改动它 / Sihui has another target, which the demo leaves alone");
        narration.shown("样本目标在以前的演示中已经设定。", "The sample target stands from an earlier demo.");
    }

    private void postOnCourse() {
        narration.step("四会市报送 2024 年数据（演示样本），符合进度", "Sihui posts a figure for 2024 (a sample) that is on its path");
        caller.post(
                Sample.OFFICER,
                "/api/v1/observations",
                Sample.figure(Sample.REGION, Sample.ON_COURSE),
                Show.only("state", "counts"));
        caller.await(
                Sample.OFFICER,
                consequences.attainmentPath(),
                answer -> List.of("on-course", "ahead")
                        .contains(consequences.judgement(answer).path("state").asText()),
                JUDGEMENT);
    }

    private void refuseNeighbour() {
        narration.step("四会市不能代端州区报送", "Sihui may not report for Duanzhou");
        Answer answer = caller.posted(
                Sample.OFFICER,
                "/api/v1/observations",
                Sample.figure(Sample.NEIGHBOUR, Sample.ON_COURSE),
                Show.only("code", "status", "title", "detail", "pointer"));
        expect(answer.status() == 403, "应为 403 / should be 403: " + answer.status());
        narration.shown("被拒绝：region-not-in-scope，没有写入任何数据。", "Refused: region-not-in-scope, and nothing is stored.");
    }

    private int postBehind() {
        narration.step(
                "四会市更正 2024 年数据（演示样本），落后于进度",
                "Sihui corrects the figure for 2024 (a sample): it falls behind its path");
        JsonNode report = caller.post(
                Sample.OFFICER,
                "/api/v1/observations",
                Sample.figure(Sample.REGION, Sample.BEHIND),
                Show.only("state", "counts"));
        JsonNode counts = report.path("counts");
        expect(
                counts.path("created").asInt() + counts.path("revised").asInt() == 1,
                "应记录一个新版本 / one new version should be recorded: " + report);
        JsonNode series = caller.get(
                Sample.OFFICER,
                "/api/v1/indicators/%s/observations?region=%s&from=%s&to=%s"
                        .formatted(Sample.INDICATOR, Sample.REGION, Sample.PERIOD, Sample.PERIOD),
                Show.only("period", "value", "unit", "status", "version", "source"));
        int version = items(series).get(0).path("version").asInt();
        narration.shown(
                "现为第 " + version + " 版；以前的版本仍可按时间读取（asOf）。",
                "This is version " + version + "; the ones before stay readable (asOf).");
        return version;
    }

    private static List<JsonNode> inOrder(List<JsonNode> definitions, List<JsonNode> judgements, String year) {
        List<JsonNode> ordered = new ArrayList<>();
        for (JsonNode definition : definitions) {
            String code = definition.path("code").asText();
            ordered.add(judgements.stream()
                    .filter(judgement -> judgement.path("indicator").asText().equals(code))
                    .filter(judgement -> judgement.path("period").asText().equals(year))
                    .findFirst()
                    .orElseThrow(() -> new StepFailedException("没有评判 / not judged: " + code)));
        }
        return ordered;
    }

    static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    static void expect(boolean shown, String otherwise) {
        if (!shown) {
            throw new StepFailedException(otherwise);
        }
    }

    private static boolean is(BigDecimal value, String expected) {
        return value.compareTo(new BigDecimal(expected)) == 0;
    }
}
