package org.finplan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private static final TargetRevised DATA = new TargetRevised(
            "sample-plan",
            "sample-indicator",
            "sample-region",
            2025,
            1,
            "ge",
            new BigDecimal("12345678901234567890.1234567890"),
            null,
            "sample-unit",
            Instant.parse("2026-01-05T01:02:03.456789Z"));
    private static final Event<TargetRevised> EVENT = new Event<>(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            "/sample-service",
            null,
            Instant.parse("2026-01-05T01:02:03.456789Z"),
            "示例/聚合",
            7,
            null,
            null,
            DATA);

    @Test
    void anEventComesBackWithEveryDigitAndWithoutWhatItHasNot() {
        Map<String, String> headers = CloudEvents.headers(EVENT.envelope());
        assertThat(headers).doesNotContainKeys("ce_subject", "ce_traceparent", "ce_region");
        assertThat(headers).containsEntry("ce_sequence", "7").containsEntry("ce_partitionkey", "示例/聚合");
        byte[] data = CloudEvents.data(DATA);
        assertThat(new String(data, StandardCharsets.UTF_8)).contains("\"value\":12345678901234567890.1234567890,");
        assertThat(CloudEvents.event(CloudEvents.envelope(headers), data)).isEqualTo(EVENT);
        assertThat(StructuredEvents.read(StructuredEvents.bytes(StructuredEvents.write(EVENT))))
                .isEqualTo(EVENT);
    }

    @Test
    void aReaderIgnoresWhatALaterSchemaAdds() {
        String data = new String(CloudEvents.data(DATA), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"later\":[1],");
        assertThat(CloudEvents.event(EVENT.envelope(), data.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(EVENT);
    }

    @Test
    void aFeedPassesOnTypesThatTheContractDoesNotKnow() {
        Envelope known = EVENT.envelope();
        Envelope unknown = new Envelope(
                known.id(),
                "org.finplan.later.thing.happened.v9",
                "/later",
                null,
                known.time(),
                null,
                "a",
                1,
                null,
                null);
        byte[] data = "{\"value\":1.10}".getBytes(StandardCharsets.UTF_8);
        byte[] batch = StructuredEvents.batch(List.of(StructuredEvents.write(unknown, data)));
        assertThat(new String(batch, StandardCharsets.UTF_8))
                .contains("\"data\":{\"value\":1.10}")
                .startsWith("[");
        assertThatThrownBy(() -> CloudEvents.event(unknown, data)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_time",
                "content-type",
                "ce_partitionkey",
                "ce_sequence"
            })
    void aRequiredHeaderMustBeThere(String header) {
        Map<String, String> headers = new HashMap<>(CloudEvents.headers(EVENT.envelope()));
        headers.remove(header);
        assertThatThrownBy(() -> CloudEvents.envelope(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 42",
        "ce_time, yesterday",
        "content-type, text/xml",
        "ce_sequence, 0",
        "ce_sequence, -1",
        "ce_sequence, first"
    })
    void aHeaderMustBeWellFormed(String header, String value) {
        Map<String, String> headers = new HashMap<>(CloudEvents.headers(EVENT.envelope()));
        headers.put(header, value);
        assertThatThrownBy(() -> CloudEvents.envelope(headers)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "null", "[]", "{\"plan\":\"p\"}", "{} {}", "{\"year\":\"x\",\"version\":1}"})
    void aPayloadMustFitItsType(String data) {
        assertThatThrownBy(() -> CloudEvents.event(EVENT.envelope(), data.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "42", "{}", "{\"specversion\":\"1.0\"}", "{\"specversion\":\"0.3\"}"})
    void aStructuredEventMustBeWhole(String json) {
        assertThatThrownBy(() -> StructuredEvents.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }
}
