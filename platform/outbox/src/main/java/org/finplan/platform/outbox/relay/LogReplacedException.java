package org.finplan.platform.outbox.relay;

import java.util.Map;
import org.apache.kafka.common.Uuid;

/** The topics are not those that this term publishes to: gone, or others of the same name. The term ends. */
final class LogReplacedException extends RuntimeException {

    LogReplacedException(Map<String, Uuid> before, Map<String, Uuid> now) {
        super("the topics were " + before + " and are " + now);
    }
}
