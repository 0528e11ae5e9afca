package org.finplan.risk.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.FigureText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;

/**
 * A rule as its readers see it.
 *
 * @param code stable code
 * @param version version of what it says
 * @param name name
 * @param description what it compares and when it is broken
 * @param plan plan that asks for it
 * @param clause clause of that plan
 * @param levels levels that it gives, mildest first
 * @param state draft, tested, shadow, published or retired
 * @param kind the kind of institution that was asked for, else the first of its kinds
 * @param kinds kinds of institutions that it judges; region where it judges regions by the plan
 * @param signal how it finds something
 * @param regulation the regulation that sets it
 * @param article its article; absent when it is not known
 * @param metric the formula that is measured; absent when there is none
 * @param comparator what the figure must be; absent when there is no limit
 * @param limit the limit in force today; absent when there is none
 * @param unit unit code of metric and limit; absent when there is none
 * @param sourceStatus confirmed, secondary or unconfirmed
 * @param authority local-bureau, or refer where another supervisor acts
 * @param thresholds of a rule about guarantee chains: the numbers by which it finds something, those included that it does not name;
 *     absent for any other rule
 * @param content all that it says, as it was written down
 */
@Schema(name = "Rule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        String code,
        int version,
        LocalizedText name,
        LocalizedText description,
        String plan,
        String clause,
        List<String> levels,
        String state,
        String kind,
        List<String> kinds,
        String signal,
        String regulation,
        @Nullable String article,
        @Nullable String metric,
        @Nullable String comparator,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        String sourceStatus,
        String authority,
        @Nullable Map<String, BigDecimal> thresholds,
        RuleRequest content) {

    static RuleView of(RuleVersion stored, RuleDefinition rule, @Nullable String kind, LocalDate today) {
        Measure measure = rule.signal().measured().orElse(null);
        Signal.OfLimit of = rule.signal() instanceof Signal.OfLimit limit ? limit : null;
        BigDecimal limit = of == null
                ? null
                : of.limits().stream()
                        .filter(candidate -> candidate.isInForce(today))
                        .map(Limit::value)
                        .reduce(of.comparator()::stricter)
                        .orElse(null);
        return new RuleView(
                rule.code(),
                rule.version(),
                rule.name(),
                stored.content().description() == null
                        ? described(rule, of, limit)
                        : stored.content().description().text(),
                Rule.PLAN,
                rule.clause(),
                rule.levels().stream().map(Level::code).toList(),
                stored.state().code(),
                kind == null ? rule.kinds().get(0) : kind,
                rule.kinds(),
                rule.signal().type().code(),
                rule.regulation(),
                rule.article(),
                measure == null ? null : measure.text(),
                of == null ? null : of.comparator().code(),
                limit,
                measure == null ? null : measure.unit(),
                rule.status().code(),
                rule.authority().code(),
                thresholds(rule),
                stored.content());
    }

    @Nullable
    private static Map<String, BigDecimal> thresholds(RuleDefinition rule) {
        Map<String, BigDecimal> all = rule.signal() instanceof Signal.OfPlan signal
                ? signal.thresholds().ofRule(rule.code())
                : Map.of();
        return all.isEmpty() ? null : all;
    }

    private static LocalizedText described(
            RuleDefinition rule, @Nullable Signal.OfLimit of, @Nullable BigDecimal limit) {
        if (of == null || limit == null) {
            return rule.name();
        }
        LocalizedText figure = FigureText.exact(limit, of.measure().unit());
        return new LocalizedText(
                rule.name().zh() + of.comparator().zh() + " " + figure.zh(),
                rule.name().en() + " " + of.comparator().en() + " " + figure.en());
    }
}
