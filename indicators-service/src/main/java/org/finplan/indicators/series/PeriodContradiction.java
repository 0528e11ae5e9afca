package org.finplan.indicators.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A delivered value of a longer period that the delivered values of its parts contradict: no true values round to all of
 * them. All values are in the unit of their series.
 *
 * @param whole the value of the longer period
 * @param parts the parts that make up its period, in order, without gap or overlap
 * @param <T> origins of the values
 */
public record PeriodContradiction<T>(Printed<T> whole, List<Part<T>> parts) {

    public PeriodContradiction {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a longer period: a delivered value, or the difference of two delivered sums since January.
     *
     * @param value the value, or the longer of two sums since January
     * @param less the shorter sum that is taken off, or null
     * @param <T> origins of the values
     */
    public record Part<T>(Printed<T> value, Printed<T> less) {

        /** {@return the value of the part, in the unit of its series} */
        public BigDecimal amount() {
            return less == null ? value.value() : value.value().subtract(less.value());
        }

        /** {@return how far rounding alone can take the part from its true value} */
        BigDecimal rounding() {
            return less == null ? value.rounding() : value.rounding().add(less.rounding());
        }

        /** {@return first day of the part} */
        LocalDate start() {
            return less == null ? value.period().start() : less.period().end().plusDays(1);
        }

        /** {@return last day of the part} */
        LocalDate end() {
            return value.period().end();
        }

        /** {@return where it comes from} */
        public Stream<T> origins() {
            return less == null ? Stream.of(value.origin()) : Stream.of(value.origin(), less.origin());
        }
    }

    /** {@return sum of the parts} */
    public BigDecimal sum() {
        return added(Part::amount);
    }

    /** {@return whole minus sum} */
    public BigDecimal difference() {
        return whole.value().subtract(sum());
    }

    /** {@return how far rounding alone can take whole and sum apart: half a unit in the last printed place of each value} */
    public BigDecimal tolerance() {
        return whole.rounding().add(added(Part::rounding));
    }

    /** {@return by how much the difference is larger than rounding can make it} */
    BigDecimal excess() {
        return difference().abs().subtract(tolerance());
    }

    /** {@return where whole and parts come from, the whole first} */
    public Stream<T> origins() {
        return Stream.concat(Stream.of(whole.origin()), parts.stream().flatMap(Part::origins));
    }

    private BigDecimal added(Function<Part<T>, BigDecimal> number) {
        return parts.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
