package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.List;

/** A formula as a tree. Columns count characters of the text from 1. */
public sealed interface Expression {

    /** {@return where it stands in the text} */
    int column();

    /** {@return the expressions that it is made of} */
    List<Expression> parts();

    /**
     * A number.
     *
     * @param value as written, never negative
     * @param column where it stands
     */
    record Literal(BigDecimal value, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /**
     * A series.
     *
     * @param alias its name in the formula
     * @param column where it stands
     */
    record Reference(String alias, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /**
     * A minus sign.
     *
     * @param of what it stands before
     * @param column where it stands
     */
    record Negation(Expression of, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /**
     * Two expressions with a sign between them.
     *
     * @param operator the sign
     * @param left before it
     * @param right after it
     * @param column where the sign stands
     */
    record Operation(Operator operator, Expression left, Expression right, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /**
     * A whole power.
     *
     * @param of the base
     * @param exponent the exponent
     * @param column where the sign stands
     */
    record Power(Expression of, int exponent, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /**
     * The same at an earlier period.
     *
     * @param of what is looked at
     * @param count how many steps before, from 1
     * @param step how long a step is
     * @param column where it stands
     */
    record Lag(Expression of, int count, Step step, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /**
     * A rounded number, halves away from zero.
     *
     * @param of what is rounded
     * @param decimals how many decimals stay
     * @param column where it stands
     */
    record Rounding(Expression of, int decimals, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /**
     * A sum over the regions inside the region.
     *
     * @param of what is summed
     * @param column where it stands
     */
    record SumOfChildren(Expression of, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /**
     * A function of some expressions.
     *
     * @param function the function
     * @param parts its arguments
     * @param column where it stands
     */
    record Call(Function function, List<Expression> parts, int column) implements Expression {

        /** Keeps the arguments from changing. */
        public Call {
            parts = List.copyOf(parts);
        }
    }

    /** The four signs. */
    enum Operator {
        /** Plus. */
        ADD('+', 1),
        /** Minus. */
        SUBTRACT('-', 1),
        /** Times. */
        MULTIPLY('*', 2),
        /** Divided by. */
        DIVIDE('/', 2);

        private final char sign;
        private final int strength;

        Operator(char sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }

        /** {@return the sign} */
        public char sign() {
            return sign;
        }

        int strength() {
            return strength;
        }
    }

    /** Functions whose arguments are all expressions. */
    enum Function {
        /** Without the sign. */
        ABS(1, 1),
        /** The first that is not missing. */
        COALESCE(2, 20),
        /** The largest. */
        MAX(2, 20),
        /** The smallest. */
        MIN(2, 20),
        /** The first in percent of the second. */
        SHARE(2, 2),
        /** Growth on the same period of the year before, in percent. */
        YOY(1, 1),
        /** Sum of the months of the year up to the period. */
        YTD(1, 1);

        private final int fewest;
        private final int most;

        Function(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }

        int fewest() {
            return fewest;
        }

        int most() {
            return most;
        }
    }

    /** How far a lag goes back. */
    enum Step {
        /** By the length of the period itself. */
        PERIOD,
        /** By three months. */
        QUARTER,
        /** By a month. */
        MONTH,
        /** By a year. */
        YEAR
    }
}
