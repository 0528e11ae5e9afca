package org.finplan.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.SamplePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T26: a reader finds tasks of a made-up plan (演示样本) by words of both languages, the best first. */
@FinplanTest
class SearchTest {

    private static final SamplePlan PLAN = new SamplePlan("sample-search");
    private static boolean published;

    @BeforeEach
    void publishOnce() {
        if (!published) {
            PLAN.publish(
                    SamplePlan.measure(
                            "t1.m1",
                            "绿色信贷推广|Promote green loans of banks",
                            "演示样本：介绍保险和绿色金融产品，整治P2P网贷|Sample: tell firms about products",
                            ""),
                    SamplePlan.measure(
                            "t1.m2",
                            "农村普惠服务|Rural bank services",
                            "演示样本：绿色通道 ＡＢＣ１２３|Sample: a green channel, lending to companies",
                            ""),
                    SamplePlan.measure(
                            "t1.m3", "保险保障|Insurance cover", "演示样本：信贷与保险|Sample: the analysis of policies", ""));
            published = true;
        }
    }

    @Test
    @Tag("T26")
    void chineseWordsOfAnyLengthAreFound() {
        assertThat(found("绿")).containsExactly("t1.m1", "t1.m2");
        assertThat(found("绿色")).containsExactly("t1.m1", "t1.m2");
        assertThat(found("绿色信贷")).containsExactly("t1.m1");
        assertThat(found("信贷 绿色")).containsExactly("t1.m1");
        assertThat(found("绿色、通道。")).containsExactly("t1.m2");
        assertThat(found("色绿")).isEmpty();
    }

    @Test
    @Tag("T26")
    void widthCaseAndMixedScriptsDoNotMatter() {
        assertThat(found("ＧＲＥＥＮ")).containsExactly("t1.m1", "t1.m2");
        assertThat(found("abc123")).containsExactly("t1.m2");
        assertThat(found("P2P网贷")).containsExactly("t1.m1");
        assertThat(found("绿色loan")).containsExactly("t1.m1");
    }

    @Test
    @Tag("T26")
    void englishWordsAreFoundInOtherFormsAndInAnyOrder() {
        assertThat(found("banks")).containsExactly("t1.m1", "t1.m2");
        assertThat(found("bank")).containsExactly("t1.m1", "t1.m2");
        assertThat(found("company")).containsExactly("t1.m2");
        assertThat(found("policy")).containsExactly("t1.m3");
        assertThat(found("loan of the green bank")).containsExactly("t1.m1");
        assertThat(found("insur")).containsExactly("t1.m3");
        assertThat(found("\"green loans\"")).containsExactly("t1.m1");
        assertThat(found("\"loans green\"")).isEmpty();
        assertThat(found("the")).contains("t1.m3");
    }

    @Test
    @Tag("T26")
    void whatHasTheWordInItsTitleComesFirst() {
        assertThat(found("保险")).containsExactly("t1.m3", "t1.m1");
        assertThat(found("保险&sort=relevance")).containsExactly("t1.m3", "t1.m1");
        assertThat(found("保险&sort=plan")).containsExactly("t1.m1", "t1.m3");
    }

    @Test
    void pagesOfASearchJoinWithoutGapOrRepeat() {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = PLAN.officer()
                    .get(path("保险&limit=1") + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(ids).containsExactly("t1.m3", "t1.m1");
    }

    @Test
    void anOrderThatCannotBeIsRefused() {
        PLAN.officer().get("/api/v1/tasks?sort=relevance").then().spec(Problems.at(400, "invalid-parameter", "?sort"));
        PLAN.officer().get(path("x&sort=title")).then().spec(Problems.at(400, "invalid-parameter", "?sort"));
        PLAN.officer().get(path("。、")).then().spec(Problems.at(400, "invalid-parameter", "?q"));
    }

    private static List<String> found(String query) {
        return PLAN.officer().get(path(query)).then().statusCode(200).extract().path("items.id");
    }

    private static String path(String query) {
        return "/api/v1/tasks?plan=" + PLAN.code() + "&q=" + query;
    }
}
