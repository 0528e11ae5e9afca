package org.finplan.platform.outbox.deadletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay of all set going.
 *
 * @param incoming failed letters that are tried again
 * @param outgoing parked aggregates that are published again
 */
@Schema(name = "ReleasedDeadLetters")
record Released(int incoming, int outgoing) {}
