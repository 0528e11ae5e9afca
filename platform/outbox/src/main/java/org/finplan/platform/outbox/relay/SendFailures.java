package org.finplan.platform.outbox.relay;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/**
 * Tells a broker that refuses this one event from a broker that is unavailable. Only the former parks an aggregate: everything
 * else, also missing rights, concerns all events and is waited out, if need be with a new producer.
 */
final class SendFailures {

    private static final Set<Class<? extends Exception>> OF_THIS_EVENT = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            PolicyViolationException.class,
            SerializationException.class,
            UnsupportedForMessageFormatException.class);

    private SendFailures() {}

    static boolean isOfThisEvent(Exception failure) {
        return OF_THIS_EVENT.contains(failure.getClass());
    }

    /** Whether the same producer may succeed later. A bare KafkaException fails those that share a batch with a refused one. */
    static boolean isOfTheBroker(Exception failure) {
        return failure instanceof RetriableException || failure.getClass() == KafkaException.class;
    }
}
