package org.finplan.risk.network.scenario;

/**
 * Is told how far a long reckoning is, and says whether anybody still waits for it. Asked between pieces of work and never within
 * one, by every thread that works on them.
 */
public interface Progress {

    /** Nobody watches. */
    Progress UNWATCHED = new Progress() {
        @Override
        public void reached(int done, int of) {
            // Nobody wants to know.
        }

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /**
     * Some more pieces are done. Threads may come out of order.
     *
     * @param done how many pieces are done
     * @param of how many there are; changes when another way is taken
     */
    void reached(int done, int of);

    /** {@return whether to give up: what was reckoned until then is thrown away} */
    boolean stopped();

    /**
     * A stretch of the work.
     *
     * @param before how many pieces are done when it begins
     * @param whole how many there are in the whole work
     * @return what is to be told of the stretch
     */
    default Progress stretch(int before, int whole) {
        Progress all = this;
        return new Progress() {
            @Override
            public void reached(int done, int of) {
                all.reached(before + done, whole);
            }

            @Override
            public boolean stopped() {
                return all.stopped();
            }
        };
    }
}
