package org.finplan.platform.outbox;

import java.util.UUID;

/** Where a service leaves the events of its transaction. */
public interface Outbox {

    /**
     * Appends an event to the caller's transaction: both are stored or neither is. Fails without a transaction. The
     * sequence within the aggregate is assigned at commit, under a lock that makes it gapless and equal to the order of
     * commits.
     *
     * @param event what happened
     * @return the id of the event
     */
    UUID append(NewEvent event);
}
