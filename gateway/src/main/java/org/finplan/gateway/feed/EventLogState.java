package org.finplan.gateway.feed;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the event log can be followed now. */
@ApplicationScoped
public class EventLogState {

    private volatile boolean reachable;

    /** {@return whether the last look at the log succeeded} */
    public boolean reachable() {
        return reachable;
    }

    void reachable(boolean now) {
        reachable = now;
    }
}
