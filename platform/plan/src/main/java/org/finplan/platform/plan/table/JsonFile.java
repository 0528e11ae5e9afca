package org.finplan.platform.plan.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/** Reads the text of a JSON file: one value with every digit, no field twice, nothing behind it, no broken text in it. */
final class JsonFile {

    /** Figures have fewer digits on both sides of the point; a number beyond would only cost memory. */
    private static final int MOST_DECIMALS = 30;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String file;
    private final FaultList faults;
    private boolean endless;

    private JsonFile(String file, FaultList faults) {
        this.file = file;
        this.faults = faults;
    }

    static Optional<JsonNode> read(String file, String text, FaultList faults) {
        return new JsonFile(file, faults).read(text);
    }

    private Optional<JsonNode> read(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null || node.isMissingNode()) {
                faults.add(FaultKind.EMPTY_FILE, file, "", List.of());
                return Optional.empty();
            }
            values(node, null);
            endsThere(parser);
            return endless ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException malformed) {
            FaultKind kind = malformed.getOriginalMessage().startsWith("Duplicate")
                    ? FaultKind.DUPLICATE_FIELD
                    : FaultKind.NOT_JSON;
            faults.add(kind, file, position(malformed), List.of(), FaultList.quoted(malformed.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException noFile) {
            throw new UncheckedIOException("a text in memory cannot be unreadable", noFile);
        }
    }

    private void endsThere(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() != null) {
                String place = "line " + parser.currentTokenLocation().getLineNr() + ", column "
                        + parser.currentTokenLocation().getColumnNr();
                faults.add(FaultKind.TEXT_AFTER_JSON, file, place, List.of());
            }
        } catch (JsonProcessingException noToken) {
            faults.add(FaultKind.TEXT_AFTER_JSON, file, position(noToken), List.of());
        }
    }

    private static String position(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : "line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
    }

    /** What JSON allows and no database or report takes. The depth is bounded by the parser. */
    private void values(JsonNode node, Step step) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                values(field.getValue(), new Step(step, field.getKey()));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                values(node.get(i), new Step(step, i));
            }
        } else if (node.isTextual() && isBroken(node.textValue())) {
            faults.add(FaultKind.BAD_CHARACTER, file, Step.place(step), List.of());
        } else if (node.isBigDecimal() && isEndless(node.decimalValue())) {
            endless = true;
            faults.add(FaultKind.OUT_OF_RANGE, file, Step.place(step), List.of(), FaultList.quoted(node.toString()));
        }
    }

    /** The way to a value, put into words only for one that is faulty. */
    private record Step(Step above, Object name) {

        static String place(Step step) {
            return step == null ? "" : place(step.above) + "/" + JsonTable.escaped(String.valueOf(step.name));
        }
    }

    static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean pair = Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(letter)
                    || (Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEndless(BigDecimal value) {
        return Math.abs((long) value.scale()) > MOST_DECIMALS;
    }
}
