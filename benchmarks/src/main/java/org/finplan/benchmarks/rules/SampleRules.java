package org.finplan.benchmarks.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/**
 * Sixty invented rules: each metric over each denominator. Two in three have an upper limit, the others a lower one; each fifth
 * applies under a condition only. All warn near the limit and grade a breach in three levels. They are written for our rule book
 * and for Drools, and say the same.
 */
final class SampleRules {

    private static final int LIMIT_ABOVE = 10;
    private static final int LIMIT_BELOW = 3;
    private static final int CONDITION = 10_500;

    /** Shares of the limit in tenths: near, breached, worse, worst. */
    private static final int[] TENTHS = {9, 10, 12, 15};

    private SampleRules() {}

    /**
     * One of them.
     *
     * @param code its code
     * @param over number of the metric over the line
     * @param under number of the metric under it
     * @param upper whether more is worse
     * @param conditional whether it applies only where the first metric under the line is high
     */
    record Sample(String code, int over, int under, boolean upper, boolean conditional) {

        int limit() {
            return upper ? LIMIT_ABOVE : LIMIT_BELOW;
        }
    }

    static List<Sample> all() {
        List<Sample> rules = new ArrayList<>();
        for (int over = 0; over < SampleReports.OVER.size(); over++) {
            for (int under = 0; under < SampleReports.UNDER.size(); under++) {
                int number = rules.size();
                rules.add(new Sample(
                        "sample-benchmark-%02d".formatted(number),
                        SampleReports.UNDER.size() + over,
                        under,
                        number % 3 != 2,
                        number % 5 == 4));
            }
        }
        return rules;
    }

    /** {@return what is sent to write the rule} */
    static String json(Sample rule) {
        List<String> metrics = SampleReports.metrics();
        String when = rule.conditional()
                ? ", \"when\": [{\"numerator\": \"%s\", \"comparator\": \"at-least\", \"limit\": %d}]"
                        .formatted(metrics.get(0), CONDITION)
                : "";
        return """
            {"code": "%s", "kinds": ["%s"], "name": {"zh": "性能测试样本规则", "en": "Sample rule of a benchmark"},
             "regulation": "性能测试样本文件", "sourceStatus": "confirmed", "authority": "local-bureau", "signal": "limit",
             "numerator": "%s", "denominator": "%s", "unit": "PCT", "comparator": "%s", "limits": [{"value": %d}]%s}\
            """.formatted(
                        rule.code(),
                        SampleReports.KIND,
                        metrics.get(rule.over()),
                        metrics.get(rule.under()),
                        rule.upper() ? "at-most" : "at-least",
                        rule.limit(),
                        when);
    }

    /** {@return the rules as the service reads them} */
    static List<RuleDefinition> ours() {
        MetricCatalogue catalogue = new MetricCatalogue(
                SampleReports.metrics().stream()
                        .map(code -> new MetricCatalogue.Metric(code, new LocalizedText(code, code), "CNY", null))
                        .toList(),
                Map.of(SampleReports.KIND, Set.copyOf(SampleReports.metrics())));
        JsonMapper mapper = JsonMapper.builder().build();
        List<RuleDefinition> rules = new ArrayList<>();
        for (Sample rule : all()) {
            try {
                rules.add(RuleReader.read(mapper.readValue(json(rule), RuleRequest.class), 1, catalogue));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return rules;
    }

    /** {@return the same rules for Drools: one for each level, with whole numbers alone, so that both are exact} */
    static String drl() {
        StringBuilder text = new StringBuilder("""
            package org.finplan.benchmarks.rules;
            import org.finplan.benchmarks.rules.Sheet;
            global org.finplan.benchmarks.rules.Answers answers;
            """);
        List<Sample> all = all();
        for (int number = 0; number < all.size(); number++) {
            Sample rule = all.get(number);
            for (int level = 0; level < TENTHS.length; level++) {
                text.append("""
                    rule "%s level %d" when
                      $s : Sheet( %s%s )
                    then
                      answers.add(%d, $s, %d);
                    end
                    """.formatted(
                                rule.code(),
                                level + 1,
                                rule.conditional() ? "figure(0) >= " + CONDITION + ", " : "",
                                constraint(rule, level),
                                number,
                                level + 1));
            }
        }
        return text.toString();
    }

    private static String constraint(Sample rule, int level) {
        String value = "figure(%d) * 100 * 10".formatted(rule.over());
        String from = used(rule, value, TENTHS[level], level == 0 ? ">=" : ">");
        return level == TENTHS.length - 1 ? from : from + ", !( " + used(rule, value, TENTHS[level + 1], ">") + " )";
    }

    /** How much of the limit is used: value over limit, or limit over value where less is worse. */
    private static String used(Sample rule, String value, int tenths, String sign) {
        return rule.upper()
                ? "%s %s %d * figure(%d)".formatted(value, sign, rule.limit() * tenths, rule.under())
                : "%d * figure(%d) %s figure(%d) * 100 * %d"
                        .formatted(rule.limit() * 10, rule.under(), sign, rule.over(), tenths);
    }
}
