package org.finplan.risk.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.institution.SampleKinds;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.content.ShippedRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.formula.MetricCatalogue;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Reading;

/** Rules and figures for tests: the shipped metrics and rules, and invented ones. */
public final class SampleBook {

    /** The metrics that the program ships. */
    public static final MetricCatalogue METRICS = metrics();

    private SampleBook() {}

    private static MetricCatalogue metrics() {
        try (InputStream file = SampleBook.class.getResourceAsStream("/metric-schemas.json")) {
            JsonNode root = JsonMapper.builder().build().readTree(file);
            List<MetricCatalogue.Metric> metrics = new ArrayList<>();
            root.path("metrics")
                    .forEach(row -> metrics.add(new MetricCatalogue.Metric(
                            row.path("code").asText(),
                            new LocalizedText(
                                    row.path("name").path("zh").asText(),
                                    row.path("name").path("en").asText()),
                            row.path("unit").asText(),
                            row.path("derived").isNull()
                                    ? null
                                    : row.path("derived").asText())));
            Map<String, Set<String>> byKind = new TreeMap<>();
            root.path("schemas").forEach(schema -> schema.path("kinds").forEach(kind -> schema.path("metrics")
                    .forEach(metric -> byKind.computeIfAbsent(kind.asText(), any -> new TreeSet<>())
                            .add(metric.asText()))));
            Set<String> everywhere = byKind.remove("*");
            SampleKinds.ofThePlan().all().forEach(kind -> byKind.computeIfAbsent(kind.code(), any -> new TreeSet<>()));
            byKind.values().forEach(codes -> codes.addAll(everywhere));
            return new MetricCatalogue(metrics, byKind);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** {@return all rules that the program ships} */
    public static List<RuleDefinition> shipped() {
        return ShippedRules.read().stream()
                .map(content -> RuleReader.read(content, 1, METRICS))
                .toList();
    }

    /** {@return a rule that the program ships} */
    public static RuleDefinition shipped(String code) {
        return shipped().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A rule for microloan firms.
     *
     * @param parts JSON members beside code, kinds, name, source and authority
     * @return the rule
     */
    public static RuleDefinition rule(String parts) {
        return RuleReader.read(content(parts), 1, METRICS);
    }

    /** {@return the content of a rule for microloan firms, with those JSON members} */
    public static RuleRequest content(String parts) {
        String json = """
                {"code": "sample-rule", "kinds": ["microloan"], "name": {"zh": "演示样本规则", "en": "Sample rule"},
                 "regulation": "演示样本文件", "sourceStatus": "confirmed", "authority": "local-bureau", %s}
                """.formatted(parts);
        try {
            return JsonMapper.builder().build().readValue(json, RuleRequest.class);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    /**
     * Figures of a period.
     *
     * @param period the period
     * @param figures metric codes and values by turns
     * @return the reading
     */
    public static Reading reading(String period, Object... figures) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < figures.length; i += 2) {
            values.put((String) figures[i], new BigDecimal(figures[i + 1].toString()));
        }
        return new Reading(Period.parse(period), values);
    }

    /** {@return what a sample institution reported} */
    public static History history(Reading... readings) {
        return new History("91441200SAMPLE0001", "microloan", "441200", List.of(readings));
    }
}
