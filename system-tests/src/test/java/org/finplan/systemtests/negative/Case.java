package org.finplan.systemtests.negative;

/**
 * One wrong request.
 *
 * @param number place in the run, the same for the same seed
 * @param caller who sends it
 * @param what what is wrong
 * @param certain whether nobody may answer it with success
 * @param draft the request
 */
record Case(int number, String caller, String what, boolean certain, Draft draft) {

    @Override
    public String toString() {
        return "#" + number + " " + caller + ": " + draft.operation() + ", " + what;
    }
}
