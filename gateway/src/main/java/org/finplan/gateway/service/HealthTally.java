package org.finplan.gateway.service;

/** Turns single answers to health checks into up or down: so many good ones in a row raise, so many bad ones lower. */
final class HealthTally {

    private final int rise;
    private final int fall;
    private volatile boolean up = true;
    private int against;

    /**
     * Up, until it is shown to be down.
     *
     * @param rise good answers in a row that make it up
     * @param fall bad answers in a row that make it down
     */
    HealthTally(int rise, int fall) {
        this.rise = rise;
        this.fall = fall;
    }

    boolean up() {
        return up;
    }

    /** {@return whether the answer turned the tally round} */
    synchronized boolean record(boolean good) {
        if (good == up) {
            against = 0;
            return false;
        }
        against++;
        if (against < (up ? fall : rise)) {
            return false;
        }
        up = good;
        against = 0;
        return true;
    }

    /** {@return whether it was up until now that a connection was refused} */
    synchronized boolean refused() {
        boolean was = up;
        up = false;
        against = 0;
        return was;
    }
}
