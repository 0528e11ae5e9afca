package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.PackageZip;

/**
 * The plan that has ended and the one after it beside each other. The one after it is the synthetic package of the documents,
 * published as a city would publish its plan; where it is in force already the suite says so, and nothing changes.
 */
final class NextPlan {

    private static final String ADMIN = "city-admin";
    private static final String OFFICER = "city-officer";
    private static final String PLAN = "zq-fin-15fyp-sample";
    private static final String PLAN_PATH = "/api/v1/plans/" + PLAN;
    private static final String INDICATOR = "s15-green-loans";
    /** A month after the plan before has ended. */
    private static final String PERIOD = "2026-10";

    /** More than Sihui's sample target for 2025 asks; on the path from 100 to 200 the city is expected at 112. */
    private static final BigDecimal OLD_FIGURE = new BigDecimal("30");

    private static final BigDecimal NEW_FIGURE = new BigDecimal("120");
    private static final Set<String> KNOWN = Set.of("package-unchanged", "package-version-preparing");
    private static final int LABEL = 26;
    private static final int COLUMN = 48;

    private final Caller caller;
    private final Narration narration;
    private final Consequences consequences;
    private final Path directory;

    NextPlan(Caller caller, Narration narration, Consequences consequences, Path directory) {
        this.caller = caller;
        this.narration = narration;
        this.consequences = consequences;
        this.directory = directory;
    }

    void tell() {
        publish();
        String alertBefore = alert();
        report();
        sideBySide(alertBefore);
    }

    private void publish() {
        narration.step(
                "“十四五”规划已结束；发布“十五五”规划套件（演示样本，并非真实规划）",
                "The 14th plan has ended; the package of a 15th is published (a sample, not a real plan)");
        Answer answer = caller.postedPackage(
                ADMIN,
                "/api/v1/plan-packages?reason=sample+of+the+demo",
                zip(),
                Show.only("code", "title", "plan", "version", "state", "counts", "part", "added"));
        String code = answer.body().path("code").asText();
        Story.expect(
                answer.status() == 202 || (answer.status() == 409 && KNOWN.contains(code)),
                "应为 202，或已发布 / should be 202, or published already: " + answer.status() + " " + code);
        caller.await(
                OFFICER,
                PLAN_PATH,
                plan -> plan.at("/life/stage").asText().equals("in-force"),
                Show.only("code", "horizon", "life", "stage"));
        narration.shown(
                answer.status() == 202 ? "各程序都准备好后，套件自行生效。" : "该套件在以前的演示中已经发布，什么都没有改变。",
                answer.status() == 202
                        ? "It came in force by itself when every program was prepared."
                        : "It stands from an earlier demo, and nothing changed.");
    }

    private void report() {
        narration.step(
                "报送 2026 年 10 月的数据（演示样本）：四会市报旧指标，市级报新指标",
                "Figures for October 2026 (samples): Sihui's of the old indicator, the city's of the new one");
        Show counts = Show.only("state", "counts");
        caller.post(
                Sample.OFFICER,
                "/api/v1/observations",
                Sample.figure(Sample.INDICATOR, Sample.REGION, PERIOD, OLD_FIGURE),
                counts);
        caller.post(OFFICER, "/api/v1/observations", Sample.figure(INDICATOR, Sample.CITY, PERIOD, NEW_FIGURE), counts);
    }

    private void sideBySide(String alertBefore) {
        narration.step(
                "两个规划并列：旧规划保持原样，新规划开始评判", "Both plans side by side: the old one stands as it was, the new one judges");
        JsonNode old = plan(Sample.PLAN);
        JsonNode next = plan(PLAN);
        JsonNode oldNow = judged(Sample.PLAN, Sample.INDICATOR, Sample.REGION, PERIOD);
        JsonNode oldThen = judged(Sample.PLAN, Sample.INDICATOR, Sample.REGION, Sample.PERIOD);
        JsonNode nextNow = judged(PLAN, INDICATOR, Sample.CITY, PERIOD);
        String alertNow = alert();
        narration.line("");
        row("规划 / plan", Sample.PLAN, PLAN);
        row("规划期 / years", old.path("horizon").asText(), next.path("horizon").asText());
        row("阶段 / stage", stage(old), stage(next));
        row("指标 / indicator", Sample.INDICATOR + " " + Sample.REGION, INDICATOR + " " + Sample.CITY);
        row(PERIOD, verdict(oldNow), verdict(nextNow));
        row(Sample.PERIOD, verdict(oldThen), "—");
        row("预警 / alert", alertNow, "—");
        Story.expect(
                List.of("ended", "evaluated", "archived")
                        .contains(old.at("/life/stage").asText()),
                "“十四五”规划应已结束 / the 14th plan should have ended: " + old.path("life"));
        Story.expect(
                oldNow.path("state").asText().equals("not-assessable")
                        && oldThen.path("state").asText().equals("behind")
                        && alertNow.equals(alertBefore),
                "旧规划应保持原样 / the old plan should stand as it was: " + oldNow + oldThen + alertNow);
        Story.expect(
                List.of("ahead", "on-course").contains(nextNow.path("state").asText()),
                "新规划应有评判 / the new plan should judge: " + nextNow);
        narration.shown(
                "2026 年的数据不再改变“十四五”的结论和预警；新规划按自己的路径评判。",
                "A figure of 2026 changes neither verdict nor alert of the 14th plan; the new plan judges by its own path.");
    }

    private void row(String label, String left, String right) {
        narration.line(TextWidth.left(label, LABEL) + TextWidth.left(left, COLUMN) + right);
    }

    private JsonNode plan(String code) {
        return caller.get(
                OFFICER, "/api/v1/plans/" + code, Show.only("code", "horizon", "life", "stage", "steps", "from"));
    }

    private static String stage(JsonNode plan) {
        JsonNode steps = plan.at("/life/steps");
        return plan.at("/life/stage").asText() + " "
                + steps.path(steps.size() - 1).path("from").asText();
    }

    private static String verdict(JsonNode judgement) {
        String reason = judgement.at("/reason/code").asText();
        return State.of(judgement.path("state").asText()).zh() + " / "
                + judgement.path("state").asText() + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    private JsonNode judged(String plan, String indicator, String region, String period) {
        JsonNode answer = caller.get(
                OFFICER,
                "/api/v1/attainment?plan=%s&period=%s&region=%s".formatted(plan, period, region),
                Show.only("indicator", "period", "actual", "value", "expected", "state", "reason", "code")
                        .of(indicator));
        return Story.items(answer).stream()
                .filter(item -> item.path("indicator").asText().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("没有评判 / not judged: " + indicator));
    }

    /** {@return how the alert of the old plan stands, as far as a figure could change it} */
    private String alert() {
        JsonNode alert = consequences.alertOfTheSample();
        return alert.path("state").asText() + " ("
                + alert.at("/evidence/period").asText() + ")";
    }

    private byte[] zip() {
        try {
            return PackageZip.of(directory, UnaryOperator.identity());
        } catch (UncheckedIOException missing) {
            throw new StepFailedException("没有套件 / there is no package: " + directory + ": " + missing.getCause());
        }
    }
}
