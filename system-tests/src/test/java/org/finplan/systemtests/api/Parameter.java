package org.finplan.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation.
 *
 * @param name its name
 * @param place {@code path}, {@code query} or {@code header}
 * @param required whether a request without it is wrong
 * @param schema its schema, references resolved
 * @param sample a value that fits
 */
public record Parameter(String name, String place, boolean required, JsonNode schema, String sample) {

    /** {@return whether its schema takes whole numbers only} */
    public boolean isInteger() {
        return schema.path("type").asText().equals("integer")
                || schema.path("minimum").isIntegralNumber();
    }

    /** {@return whether its schema takes UUIDs only} */
    public boolean isUuid() {
        return schema.path("format").asText().equals("uuid");
    }
}
