package org.finplan.systemtests.negative;

import java.util.function.UnaryOperator;

/**
 * One thing that is made wrong.
 *
 * @param name what is wrong, for the report
 * @param certain whether nobody may answer it with success, however the operation reads it
 * @param change makes it wrong
 */
record Mutation(String name, boolean certain, UnaryOperator<Draft> change) {

    static Mutation certain(String name, UnaryOperator<Draft> change) {
        return new Mutation(name, true, change);
    }

    static Mutation possible(String name, UnaryOperator<Draft> change) {
        return new Mutation(name, false, change);
    }

    Mutation and(Mutation other) {
        return new Mutation(name + " + " + other.name, false, draft -> other.change.apply(change.apply(draft)));
    }
}
