package org.finplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Test;

/** What the service puts on its topic is what the contract says. */
@FinplanTest
class EventContractTest {

    /** Every figure of the plan but the 16 targets among the facts, and the 19 primary targets. */
    private static final int LOADED = 348 - 16 + 19;

    @Test
    void everyEventOfTheLoadedPlanIsValidAgainstItsSchemaAndInSequence() throws IOException {
        List<Received> events = TestEvents.await("indicators.events", event -> true, LOADED);

        Map<String, Schema> schemas = new HashMap<>();
        Map<String, Long> sequences = new HashMap<>();
        for (Received event : events) {
            EventType type = EventCatalog.find(event.type()).orElseThrow();
            if (!schemas.containsKey(event.type())) {
                schemas.put(event.type(), schema(type));
            }
            assertThat(schemas.get(event.type()).validate(event.data().toString(), InputFormat.JSON))
                    .as("%s", event)
                    .isEmpty();
            assertThat(event.headers()).containsEntry("ce_dataschema", type.schema());
            assertThat(event.sequence()).isEqualTo(sequences.merge(event.key(), 1L, Long::sum));
        }
    }

    private static Schema schema(EventType type) throws IOException {
        try (InputStream in = EventType.class.getResourceAsStream("/schemas/" + type.schemaFile())) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
