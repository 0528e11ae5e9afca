package org.finplan.risk.rulebook.evaluation;

/** A number that is known to lie within an error of a value. Changed in place: a run makes millions of them. */
final class Estimate {

    /** Above the greatest relative error of rounding once, 2 to the power of -53. */
    static final double ROUNDING = 1.2e-16;

    double value;
    double error;

    void set(double newValue, double newError) {
        value = newValue;
        error = newError;
    }

    /** {@return whether it is above 0 for sure} */
    boolean isPositive() {
        return value - error > 0;
    }
}
