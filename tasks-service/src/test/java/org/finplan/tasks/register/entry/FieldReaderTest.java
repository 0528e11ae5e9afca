package org.finplan.tasks.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.register.FieldType;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.platform.problem.ProblemError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of field with what it takes and what it refuses. */
class FieldReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlanCodes CODES =
            new PlanCodes(List.of("441202"), List.of("ch4"), List.of("t1"), List.of("sample-loans"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEXT      | \"演示样本\"",
                "CODE      | \"port\"",
                "NUMBER    | {\"value\":54.06,\"unit\":\"CNY_100M\"}",
                "NUMBER    | {\"value\":\"1000000000000.000001\",\"unit\":\"CNY_100M\"}",
                "DATE      | \"2026-06-30\"",
                "REGION    | \"441202\"",
                "USCC      | \"91110000802100433B\"",
                "CLAUSE    | \"ch4\"",
                "TASK      | \"t1\"",
                "INDICATOR | \"sample-loans\"",
                "ENTRY     | \"01890a5d-ac96-774b-bcce-b302099a8057\""
            })
    void takesWhatItsTypeSays(FieldType type, String json) throws JsonProcessingException {
        FieldReader reader = reader(type, false, false);

        assertThat(reader.read(Map.of("one", JSON.readTree(json)))).hasSize(1);
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.links()).hasSize(type == FieldType.ENTRY ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEXT      | \" \"                                   | malformed-field   | /fields/one",
                "TEXT      | [\"演示样本\"]                          | malformed-field   | /fields/one",
                "CODE      | \"harbour\"                             | unknown-reference | /fields/one",
                "NUMBER    | 54.06                                   | malformed-field   | /fields/one",
                "NUMBER    | {\"value\":\"many\",\"unit\":\"CNY_100M\"} | malformed-field | /fields/one",
                "NUMBER    | {\"value\":1E999999,\"unit\":\"CNY_100M\"} | malformed-field | /fields/one",
                "NUMBER    | {\"value\":54.06,\"unit\":\"CNY\"}      | unknown-reference | /fields/one/unit",
                "NUMBER    | {\"value\":54.06}                       | unknown-reference | /fields/one/unit",
                "NUMBER    | {\"value\":1,\"unit\":\"CNY_100M\",\"x\":1} | malformed-field | /fields/one",
                "DATE      | \"2026-02-30\"                          | malformed-field   | /fields/one",
                "REGION    | \"999999\"                              | unknown-reference | /fields/one",
                "USCC      | \"91110000802100433A\"                  | malformed-field   | /fields/one",
                "CLAUSE    | \"ch9\"                                 | unknown-reference | /fields/one",
                "TASK      | \"t2\"                                  | unknown-reference | /fields/one",
                "INDICATOR | \"loans\"                               | unknown-reference | /fields/one",
                "ENTRY     | \"first\"                               | malformed-field   | /fields/one"
            })
    void namesThePlaceOfWhatItDoesNotTake(FieldType type, String json, String code, String pointer)
            throws JsonProcessingException {
        FieldReader reader = reader(type, false, false);
        reader.read(Map.of("one", lossless(json)));

        assertThat(reader.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.accepted()).isNotEmpty();
        });
    }

    @Test
    void takesAListWhereTheFieldTakesSeveralAndNamesTheOneThatIsWrong() throws JsonProcessingException {
        FieldReader reader = reader(FieldType.REGION, true, true);
        reader.read(Map.of("one", JSON.readTree("[\"441202\",\"999999\"]")));

        assertThat(reader.faults()).extracting(ProblemError::pointer).containsExactly("/fields/one/1");
    }

    @Test
    void everyFaultIsTold() throws JsonProcessingException {
        FieldReader reader = reader(FieldType.TEXT, true, false);
        reader.read(Map.of("other", JSON.readTree("1")));

        assertThat(reader.faults())
                .extracting(ProblemError::code)
                .containsExactlyInAnyOrder("unknown-field", "missing-field");
    }

    private static JsonNode lossless(String json) throws JsonProcessingException {
        return JSON.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(json);
    }

    private static FieldReader reader(FieldType type, boolean required, boolean many) {
        return new FieldReader(
                List.of(new RegisterField(
                        "one",
                        new LocalizedText("字段", "Field"),
                        type,
                        required,
                        many,
                        false,
                        "CNY_100M",
                        List.of(new RegisterField.Choice("port", new LocalizedText("港口", "Port"))),
                        "sample")),
                CODES);
    }
}
