package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.rulebook.SampleBook.history;
import static org.finplan.risk.rulebook.SampleBook.reading;
import static org.finplan.risk.rulebook.SampleBook.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.Judgement;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Spread;
import org.finplan.risk.rulebook.judgement.Surroundings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEvaluatorTest {

    private static final String RATIO = """
            "signal": "limit", "numerator": "total-liabilities", "denominator": "net-assets", "unit": "PCT",
            "comparator": "at-most", "limits": [{"value": 100}], "steps": [{"from": 2, "level": "orange"}, {"from": 3, "level": "red"}]
            """;

    private static List<Result> judged(RuleDefinition rule, Reading... readings) {
        return RuleEvaluator.evaluate(rule, history(readings), Surroundings.NONE);
    }

    private static Judgement one(RuleDefinition rule, Object... figures) {
        return judged(rule, reading("2025", figures)).get(0).judgement();
    }

    @ParameterizedTest
    @CsvSource({
        "89.99, clear,",
        "90, near, BLUE",
        "100, near, BLUE",
        "100.01, breached, YELLOW",
        "120, breached, YELLOW",
        "120.01, breached, ORANGE",
        "150, breached, ORANGE",
        "150.01, breached, RED"
    })
    void theLevelFollowsHowMuchOfTheLimitIsUsed(String liabilities, String verdict, Level level) {
        Judgement judgement = one(rule(RATIO), "total-liabilities", liabilities, "net-assets", 100);
        assertThat(judgement.verdict().code()).isEqualTo(verdict);
        assertThat(judgement.verdict().warning().orElse(null)).isEqualTo(level);
        assertThat(judgement.value()).isEqualByComparingTo(liabilities);
    }

    @ParameterizedTest
    @CsvSource({
        "12, clear,",
        "11.2, clear,",
        "11.1, near, BLUE",
        "10, near, BLUE",
        "9.9, breached, YELLOW",
        "8, breached, ORANGE",
        "6, breached, RED",
        "0, breached, RED"
    })
    void ofAFloorLessIsWorse(String assets, String verdict, Level level) {
        RuleDefinition floor = rule("""
                "signal": "limit", "numerator": "net-assets", "denominator": "total-assets", "unit": "PCT",
                "comparator": "at-least", "limits": [{"value": 10}]""");
        Judgement judgement = one(floor, "net-assets", assets, "total-assets", 100);
        assertThat(judgement.verdict().code()).isEqualTo(verdict);
        assertThat(judgement.verdict().warning().orElse(null)).isEqualTo(level);
    }

    @Test
    void aStrictLimitIsBrokenAtTheNumberItself() {
        RuleDefinition below = rule(RATIO.replace("at-most", "below"));
        assertThat(one(below, "total-liabilities", 100, "net-assets", 100)
                        .verdict()
                        .code())
                .isEqualTo("breached");
        assertThat(one(below, "total-liabilities", "99.9999999999999999999", "net-assets", 100)
                        .verdict()
                        .code())
                .isEqualTo("near");
    }

    @Test
    void aDenominatorThatIsNotPositiveIsABreachWithItsReason() {
        for (String assets : List.of("0", "-5")) {
            Judgement judgement = one(rule(RATIO), "total-liabilities", 100, "net-assets", assets);
            assertThat(judgement.verdict().warning()).contains(Level.RED);
            assertThat(judgement.verdict().reason().zh()).contains("NON_POSITIVE_DENOMINATOR");
            assertThat(judgement.value()).isEqualByComparingTo(assets);
            assertThat(judgement.unit()).isEqualTo("CNY");
        }
    }

    @ParameterizedTest
    @CsvSource({"trend", "ewma", "cusum", "peer-outlier", "limit"})
    void aDivisionByZeroLeavesItsPeriodUndecidedAndNoOther(String signal) {
        RuleDefinition rule = rule("""
                "signal": "%s", "numerator": "total-liabilities / net-assets", "comparator": "at-most", "level": "blue",
                "limits": [{"value": 5}],
                "parameters": {"steps": 1, "mean": 1, "deviation": 1, "slack": 1, "bound": 9, "peers": 3}""".formatted(signal));
        List<Result> results = judged(
                rule,
                reading("2022", "total-liabilities", 1, "net-assets", 1),
                reading("2023", "total-liabilities", 1, "net-assets", 0),
                reading("2024", "total-liabilities", 2, "net-assets", 1),
                reading("2025", "total-liabilities", 3, "net-assets", 1));
        assertThat(results).hasSize(4);
        assertThat(results.get(1).judgement().verdict().obstacle()).contains("division-by-zero");
        assertThat(results.get(3).judgement().verdict().obstacle().orElse(""))
                .isEqualTo(signal.equals("peer-outlier") ? "too-few-peers" : "");
    }

    @Test
    void aConditionThatDividesByZeroIsUnknown() {
        RuleDefinition rule = rule(RATIO + """
                , "when": [{"numerator": "total-assets / loan-balance", "comparator": "above", "limit": 1}]""");
        assertThat(one(rule, "total-liabilities", 101, "net-assets", 100, "total-assets", 1, "loan-balance", 0)
                        .verdict()
                        .obstacle())
                .contains("condition-unknown");
    }

    @Test
    void reasonsReadLikeAPersonsWords() {
        RuleDefinition times = rule(RATIO.replace("PCT", "TIMES").replace("{\"value\": 100}", "{\"value\": 5}"));
        Judgement judgement = one(times, "total-liabilities", 45, "net-assets", 7);
        assertThat(judgement.value()).isEqualByComparingTo("6.428571428571429");
        assertThat(judgement.verdict().reason().zh()).isEqualTo("演示样本规则：6.43 倍，不得超过 5 倍（演示样本文件）");
        assertThat(judgement.verdict().reason().en())
                .isEqualTo("Sample rule: 6.43 times, must not exceed 5 times (演示样本文件)");
        RuleDefinition amount = rule("""
                "signal": "limit", "numerator": "registered-capital", "comparator": "at-least",
                "limits": [{"value": 20000000}]""");
        assertThat(one(amount, "registered-capital", "19999999.99")
                        .verdict()
                        .reason()
                        .en())
                .contains("19.99999999 million yuan, must not be below 20 million yuan");
        assertThat(one(times, "total-liabilities", 45).verdict().reason().zh()).isEqualTo("未报送：净资产（所有者权益）（net-assets）");
        assertThat(one(
                                SampleBook.shipped("pledge-storage-mismatch"),
                                "pledged-goods-value",
                                100,
                                "stored-goods-value",
                                99)
                        .verdict()
                        .reason()
                        .zh())
                .contains("为 100 元", "为 99 元")
                .doesNotContain("goods-value");
    }

    @Test
    void theValueItselfIsNeverOnAnotherSideOfItsLimit() {
        Judgement judgement = one(
                rule(RATIO),
                "total-liabilities",
                "100000000000000000000000001",
                "net-assets",
                "100000000000000000000000000");
        assertThat(judgement.verdict().code()).isEqualTo("breached");
        assertThat(judgement.value()).isGreaterThan(judgement.limit());
    }

    @Test
    void whatIsMissingIsNamedAndNeverZero() {
        Judgement judgement = one(rule(RATIO), "total-liabilities", 1);
        assertThat(judgement.verdict()).isInstanceOf(Verdict.NotAssessable.class);
        assertThat(judgement.verdict().reason().en()).contains("net-assets");
    }

    @Test
    void breachesInARowAreGraverAndAGapStartsAnew() {
        Object[] bad = {"total-liabilities", 101, "net-assets", 100};
        Object[] good = {"total-liabilities", 10, "net-assets", 100};
        List<Result> results = judged(
                rule(RATIO),
                reading("2025-03", bad),
                reading("2025-01", bad),
                reading("2025-02", bad),
                reading("2025-05", bad),
                reading("2025-06", good),
                reading("2025-07", bad));
        assertThat(results.stream().map(result -> result.period().text()))
                .containsExactly("2025-01", "2025-02", "2025-03", "2025-05", "2025-06", "2025-07");
        assertThat(results.stream()
                        .map(result -> result.judgement().verdict().warning().orElse(null)))
                .containsExactly(Level.YELLOW, Level.ORANGE, Level.RED, Level.YELLOW, null, Level.YELLOW);
    }

    @Test
    @Tag("R30")
    void aFigureIsJudgedByTheLimitOfItsOwnDate() {
        RuleDefinition rule = rule(
                RATIO.replace(
                        "[{\"value\": 100}]",
                        "[{\"value\": 100, \"from\": \"2024-01-01\", \"until\": \"2024-12-31\"}, {\"value\": 50, \"from\": \"2025-01-01\"}]"));
        Object[] figures = {"total-liabilities", 80, "net-assets", 100};
        List<Result> results =
                judged(rule, reading("2023", figures), reading("2024", figures), reading("2025", figures));
        assertThat(results.stream()
                        .map(result -> result.period().text()
                                + result.judgement().verdict().code()))
                .containsExactly("2024clear", "2025breached");
    }

    @Test
    @Tag("R32")
    void aLoanClassHasALimitOfItsOwnThatTheWarningShows() {
        RuleDefinition rule = rule("""
                "signal": "limit", "numerator": "non-performing-loan-balance", "denominator": "loan-balance", "unit": "PCT",
                "comparator": "at-most", "limits": [{"value": 5}], "loanClasses": [{"code": "sample-class",
                "name": {"zh": "演示样本类别", "en": "Sample class"}, "numerator": "doubtful-loan-balance",
                "denominator": "special-mention-loan-balance", "limits": [{"value": 8}]}]""");
        List<Result> results = judged(
                rule,
                reading(
                        "2025",
                        "substandard-loan-balance",
                        3,
                        "doubtful-loan-balance",
                        3,
                        "loss-loan-balance",
                        0,
                        "loan-balance",
                        100,
                        "special-mention-loan-balance",
                        30));
        assertThat(results).hasSize(2);
        Judgement whole = results.get(0).judgement();
        Judgement ofTheClass = results.get(1).judgement();
        assertThat(whole.limit()).isEqualByComparingTo("5");
        assertThat(results.get(1).counterpart()).isEqualTo("loan-class/sample-class");
        assertThat(ofTheClass.limit()).isEqualByComparingTo("8");
        assertThat(ofTheClass.verdict().code()).isEqualTo("breached");
        assertThat(ofTheClass.verdict().reason().zh()).contains("演示样本类别", "8");
    }

    @Test
    @Tag("R33")
    void pledgesThatDifferFromTheStoreWarnWithBothValues() {
        RuleDefinition rule = SampleBook.shipped("pledge-storage-mismatch");
        assertThat(one(rule, "pledged-goods-value", 100, "stored-goods-value", 100)
                        .verdict()
                        .code())
                .isEqualTo("clear");
        Judgement judgement = one(rule, "pledged-goods-value", 100, "stored-goods-value", 99);
        assertThat(judgement.verdict().warning()).contains(Level.YELLOW);
        assertThat(judgement.value()).isEqualByComparingTo("100");
        assertThat(judgement.limit()).isEqualByComparingTo("99");
        assertThat(judgement.verdict().reason().en()).contains("100", "99");
    }

    @ParameterizedTest
    @CsvSource({"50, 80, false, true", "49.99, 80, true, false", "50, 79.99, true, false"})
    void theHigherMultipleOfAGuarantorTakesBothShares(String balance, String clients, boolean ten, boolean fifteen) {
        Object[] figures = {
            "guarantee-liability-balance",
            1200,
            "net-assets",
            100,
            "small-firm-and-farmer-guarantee-balance",
            balance,
            "guarantee-balance",
            100,
            "small-firm-and-farmer-client-count",
            clients,
            "guarantee-client-count",
            100
        };
        assertThat(judged(SampleBook.shipped("FG-01"), reading("2025", figures)))
                .hasSize(ten ? 1 : 0);
        assertThat(judged(SampleBook.shipped("FG-02"), reading("2025", figures)))
                .hasSize(fifteen ? 1 : 0);
    }

    @Test
    void whereTheConditionIsUnknownABreachIsUndecidedAndAKeptRuleIsKept() {
        RuleDefinition rule = SampleBook.shipped("FG-01");
        assertThat(one(rule, "guarantee-liability-balance", 1200, "net-assets", 100)
                        .verdict())
                .isInstanceOf(Verdict.Undecided.class);
        assertThat(one(rule, "guarantee-liability-balance", 500, "net-assets", 100)
                        .verdict()
                        .code())
                .isEqualTo("clear");
    }

    @Test
    void aLocalLimitCountsFromItsDateAndOnlyWhereItIsStricter() {
        Surroundings local = new Surroundings(
                Map.of(
                        "",
                        List.of(
                                new Limit(new BigDecimal("50"), LocalDate.of(2025, 7, 1), null),
                                new Limit(new BigDecimal("500"), null, null))),
                Map.of(),
                Map.of(),
                Map.of());
        Object[] figures = {"total-liabilities", 80, "net-assets", 100};
        assertThat(RuleEvaluator.evaluate(
                                rule(RATIO), history(reading("2025-06", figures), reading("2025-07", figures)), local)
                        .stream()
                        .map(result -> result.judgement().limit()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("100"), new BigDecimal("50"));
    }

    @Test
    void trendsPeersLateReportsAndScoresWarnAndNeverStateABreach() {
        RuleDefinition trend = rule("""
                "signal": "trend", "numerator": "total-liabilities", "comparator": "at-most", "level": "blue",
                "parameters": {"steps": 2}""");
        assertThat(judged(
                                trend,
                                reading("2023", "total-liabilities", 1),
                                reading("2024", "total-liabilities", 2),
                                reading("2025", "total-liabilities", 3))
                        .stream()
                        .map(result -> result.judgement().verdict().code()))
                .containsExactly("undecided", "undecided", "near");
        RuleDefinition peers = rule("""
                "signal": "peer-outlier", "numerator": "total-liabilities", "level": "yellow"
                """);
        Surroundings around = new Surroundings(
                Map.of(),
                Map.of(
                        Period.parse("2025"),
                        new PeerGroup(
                                6,
                                Spread.of(List.of("1.2", "1.4", "1.1", "1.3", "1.2", "5.0").stream()
                                        .map(BigDecimal::new)
                                        .toList()))),
                Map.of(Period.parse("2025"), Map.of("A", Level.RED, "B", Level.BLUE)),
                Map.of(Period.parse("2025"), 40));
        assertThat(RuleEvaluator.evaluate(peers, history(reading("2025", "total-liabilities", "5.0")), around)
                        .get(0)
                        .judgement()
                        .verdict()
                        .warning())
                .contains(Level.YELLOW);
        RuleDefinition late = rule("""
                "signal": "late-report", "steps": [{"from": 1, "level": "blue"}, {"from": 30, "level": "orange"}]""");
        assertThat(RuleEvaluator.evaluate(late, history(), around)
                        .get(0)
                        .judgement()
                        .verdict()
                        .warning())
                .contains(Level.ORANGE);
        RuleDefinition score = rule("""
                "signal": "composite", "weights": {"A": 9, "B": 1, "C": 1}, "level": "orange", "parameters": {"bound": 40}""");
        Judgement scored =
                RuleEvaluator.evaluate(score, history(), around).get(0).judgement();
        assertThat(scored.value()).isBetween(new BigDecimal("43.12"), new BigDecimal("43.13"));
        assertThat(scored.verdict().code()).isEqualTo("near");
    }

    @Property(tries = 300)
    void theVerdictDoesNotDependOnTheUnitOfMoneyNorGetMilderWithMore(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal liabilities,
            @ForAll @BigRange(min = "0.01", max = "1000") @Scale(2) BigDecimal assets,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        RuleDefinition rule = rule(RATIO);
        BigDecimal times = BigDecimal.valueOf(factor);
        Judgement plain = one(rule, "total-liabilities", liabilities, "net-assets", assets);
        Judgement scaled =
                one(rule, "total-liabilities", liabilities.multiply(times), "net-assets", assets.multiply(times));
        Judgement more = one(rule, "total-liabilities", liabilities.multiply(times), "net-assets", assets);
        assertThat(scaled.verdict().warning()).isEqualTo(plain.verdict().warning());
        assertThat(rank(more)).isGreaterThanOrEqualTo(rank(plain));
    }

    private static int rank(Judgement judgement) {
        return judgement.verdict().warning().map(Level::rank).orElse(0);
    }
}
