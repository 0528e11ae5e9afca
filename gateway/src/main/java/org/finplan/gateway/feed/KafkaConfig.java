package org.finplan.gateway.feed;

import io.smallrye.config.ConfigMapping;

/** Where the event log is. */
@ConfigMapping(prefix = "finplan.kafka")
interface KafkaConfig {

    /** {@return hosts and ports of Kafka} */
    String bootstrapServers();
}
