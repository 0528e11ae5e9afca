package org.finplan.gateway.feed;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the event log can be followed now, with all its topics. */
@ApplicationScoped
public class EventLogState {

    private volatile boolean reachable;

    /** {@return whether the last look at the log succeeded and found every topic that was there before} */
    public boolean reachable() {
        return reachable;
    }

    void reachable(boolean now) {
        reachable = now;
    }
}
