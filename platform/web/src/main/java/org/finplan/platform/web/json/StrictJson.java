package org.finplan.platform.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.web.time.CalendarForm;

/**
 * The JSON of the suite: decimals keep every digit and never pass through a float; what the reader does not understand is
 * refused instead of guessed; sizes are bounded before anything is computed with them.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 200;
    // Decimals are bounded tighter where their place is known, see DecimalDeserializer.
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_STRING = 1_000_000;

    @Override
    public void customize(ObjectMapper mapper) {
        apply(mapper);
    }

    /** Runs after the other customizers, so that none loosens it. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /**
     * Makes a mapper strict and lossless.
     *
     * @param mapper a mapper that has not been used yet
     */
    public static void apply(ObjectMapper mapper) {
        bound(mapper);
        refuse(mapper);
        keepDigits(mapper);
    }

    private static void bound(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_STRING)
                        .build());
    }

    @SuppressWarnings("deprecation") // the replacement exists only on the builder, and the mapper is built by Quarkus
    private static void refuse(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static void keepDigits(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.setConfig(mapper.getDeserializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
        mapper.registerModule(new SimpleModule("finplan-scalars")
                .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(LocalDate.class, new TemporalDeserializer<>(LocalDate.class, CalendarForm.DATE))
                .addDeserializer(Instant.class, new TemporalDeserializer<>(Instant.class, CalendarForm.INSTANT)));
    }
}
