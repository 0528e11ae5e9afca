package org.finplan.platform.outbox.relay;

import org.finplan.platform.events.Envelope;

/**
 * One unpublished event.
 *
 * @param position place in the outbox
 * @param topic topic it goes to
 * @param envelope its attributes
 * @param data its payload, JSON
 */
record OutboxRow(long position, String topic, Envelope envelope, String data) {

    String aggregate() {
        return envelope.partitionKey();
    }
}
