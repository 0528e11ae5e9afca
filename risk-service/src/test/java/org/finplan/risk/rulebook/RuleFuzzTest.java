package org.finplan.risk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.content.RuleReader;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Spread;
import org.finplan.risk.rulebook.judgement.Surroundings;
import org.junit.jupiter.api.Test;

/** Every node of a rule replaced by nothing, by another type and by another word: it is refused with its place, or it works. */
@FinplanTest
class RuleFuzzTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> OTHERS = List.of(
            NODES.nullNode(),
            NODES.arrayNode(),
            NODES.objectNode(),
            NODES.textNode("no-such-word"),
            NODES.textNode(""),
            NODES.numberNode(-1),
            NODES.numberNode(0),
            NODES.numberNode(new BigDecimal("0.5")),
            NODES.numberNode(1_000_000_007L),
            NODES.booleanNode(true));

    private static final List<String> RULES = List.of("""
            "signal": "limit", "numerator": "total-liabilities", "denominator": "net-assets", "unit": "PCT",
            "comparator": "at-most", "article": "1", "clause": "ch4.s9.2", "description": {"zh": "演示样本", "en": "Sample"},
            "limits": [{"value": 5, "from": "2024-01-01", "until": "2024-12-31"}, {"value": 6, "from": "2025-01-01"}],
            "bands": [{"level": "blue", "from": 0.9, "to": 1}, {"level": "yellow", "from": 1}],
            "when": [{"numerator": "net-assets", "denominator": "total-assets", "unit": "PCT", "comparator": "above", "limit": 0}],
            "unless": [{"numerator": "total-assets", "comparator": "below", "limit": 1}],
            "steps": [{"from": 2, "level": "orange"}], "parameters": {"pending": 2, "hold": 2, "clearBelow": 0.9},
            "loanClasses": [{"code": "sample", "name": {"zh": "演示样本", "en": "Sample"}, "numerator": "total-liabilities",
                "denominator": "total-assets", "limits": [{"value": 3}]}]""", """
            "signal": "trend", "numerator": "net-assets", "comparator": "at-least", "level": "blue", "parameters": {"steps": 2}""", """
            "signal": "peer-outlier", "numerator": "net-assets", "level": "blue", "parameters": {"threshold": 3, "peers": 3}""", """
            "signal": "ewma", "numerator": "net-assets", "level": "blue",
            "parameters": {"mean": 1, "deviation": 1, "weight": 0.3, "width": 3}""", """
            "signal": "cusum", "numerator": "net-assets", "level": "blue", "parameters": {"mean": 1, "slack": 1, "bound": 1}""", """
            "signal": "identity", "numerator": "net-assets", "right": "total-assets", "level": "blue",
            "parameters": {"tolerance": 1}""", """
            "signal": "late-report", "steps": [{"from": 1, "level": "blue"}, {"from": 5, "level": "red"}]""", """
            "signal": "composite", "weights": {"A": 1, "B": 2, "C": 3}, "level": "blue",
            "parameters": {"bound": 50, "least": 0.1, "most": 0.5}""");

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    RegionTree regions;

    private static ObjectNode rule(ObjectMapper json, String parts) throws JsonProcessingException {
        return (ObjectNode) json.readTree("""
                {"code": "sample-fuzz", "kinds": ["microloan"], "name": {"zh": "演示样本规则", "en": "Sample rule"},
                 "regulation": "演示样本文件", "sourceStatus": "confirmed", "authority": "local-bureau", %s}""".formatted(parts));
    }

    @Test
    void whateverStandsInAPlaceIsRefusedWithItOrWorks() throws JsonProcessingException {
        int tried = 0;
        List<String> holes = new ArrayList<>();
        for (String parts : RULES) {
            ObjectNode rule = rule(json, parts);
            assertThat(outcome(rule)).as(parts).isEqualTo("works");
            for (JsonPointer place : places(rule, JsonPointer.empty())) {
                for (JsonNode other : OTHERS) {
                    tried++;
                    ObjectNode changed = rule.deepCopy();
                    put(changed, place, other);
                    String outcome = outcome(changed);
                    if (!outcome.equals("works") && !outcome.equals("refused")) {
                        holes.add(rule.path("signal").asText() + " " + place + " = " + other + ": " + outcome);
                    }
                }
            }
        }
        assertThat(holes).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    /** What becomes of a rule that is sent: read, checked, shown and applied to figures. */
    private String outcome(ObjectNode sent) {
        try {
            RuleRequest content = json.treeToValue(sent, RuleRequest.class);
            if (!validator.validate(content).isEmpty()) {
                return "refused";
            }
            RuleDefinition rule = RuleReader.read(content, 1, SampleBook.METRICS);
            RuleView.of(
                    new RuleVersion("sample-fuzz", 1, RuleState.DRAFT, content, "sample"), rule, null, LocalDate.EPOCH);
            RuleEvaluator.evaluate(rule, SampleBook.history(READINGS), AROUND);
            return "works";
        } catch (JsonProcessingException unreadable) {
            return "refused";
        } catch (ProblemException refused) {
            boolean placed =
                    refused.errors().stream().noneMatch(error -> error.pointer().isEmpty());
            return placed ? "refused" : "refused without a place";
        } catch (RuntimeException hole) {
            return hole.toString();
        }
    }

    private static final Reading[] READINGS = Stream.of("2022", "2023", "2024", "2025")
            .map(year -> SampleBook.reading(
                    year, "total-assets", 100, "total-liabilities", 60, "net-assets", Integer.parseInt(year) - 2023))
            .toArray(Reading[]::new);

    private static final Surroundings AROUND = new Surroundings(
            Map.of(),
            Map.of(
                    Period.parse("2025"),
                    new PeerGroup(
                            3,
                            Spread.of(Stream.of("1", "2", "3")
                                    .map(BigDecimal::new)
                                    .toList()))),
            Map.of(Period.parse("2025"), Map.of("A", Level.RED)),
            Map.of(Period.parse("2025"), 3));

    private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
        List<JsonPointer> places = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> {
                JsonPointer place = at.appendProperty(field.getKey());
                places.add(place);
                places.addAll(places(field.getValue(), place));
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer place = at.appendIndex(i);
            places.add(place);
            places.addAll(places(node.get(i), place));
        }
        return places;
    }

    private static void put(ObjectNode root, JsonPointer place, JsonNode other) {
        JsonNode parent = root.at(place.head());
        JsonPointer last = place.last();
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), other);
        } else {
            ((ObjectNode) parent).set(last.getMatchingProperty(), other);
        }
    }

    private Response post(String parts) throws JsonProcessingException {
        return Requests.asBoundTo("risk-officer", regions.cities().toArray(String[]::new))
                .body(rule(json, parts).toString())
                .post("/api/v1/rules");
    }

    @Test
    void theAnswersNameThePlaces() throws JsonProcessingException {
        post("\"signal\": \"late-report\", \"steps\": [{\"from\": 1, \"level\": \"pink\"}]")
                .then()
                .spec(Problems.at(422, "rule-invalid", "/steps/0/level"));
        post("\"signal\": \"composite\", \"level\": \"red\", \"weights\": {\"A\": null, \"B\": 1, \"C\": 1}")
                .then()
                .spec(Problems.at(422, "rule-invalid", "/weights/A"));
        post("\"signal\": \"composite\", \"level\": \"red\", \"weights\": [1]")
                .then()
                .spec(Problems.at(400, "invalid-body", "/weights"));
        post("\"signal\": \"late-report\", \"steps\": [null]").then().spec(Problems.of(400, "invalid-body"));
    }
}
