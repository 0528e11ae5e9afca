package org.finplan.platform.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * What the gateway answered.
 *
 * @param status HTTP status
 * @param headers first value of each header, names in lower case
 * @param body the JSON of the answer; a missing node when there is none
 * @param took from sending the request until the last byte of the answer
 */
public record Answer(int status, Map<String, String> headers, JsonNode body, Duration took) {

    /** {@return whether the status is 2xx} */
    public boolean successful() {
        return status / 100 == 2;
    }
}
