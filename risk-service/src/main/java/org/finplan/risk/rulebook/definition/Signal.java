package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.risk.rule.ChainThresholds;
import org.finplan.risk.rule.Level;

/** How a rule finds something: by a limit, by what came before, by the others, or by what was not reported. */
public sealed interface Signal {

    /** The kinds of signals. */
    enum Type {
        LIMIT,
        TREND,
        PEER_OUTLIER,
        EWMA,
        CUSUM,
        LATE_REPORT,
        IDENTITY,
        COMPOSITE,
        PLAN,
        NETWORK;

        /** {@return the name on the wire, such as {@code peer-outlier}} */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Reads a name from the wire.
         *
         * @param code such as {@code trend}
         * @return the type, empty when there is none of that name
         */
        public static Optional<Type> find(String code) {
            return Stream.of(values())
                    .filter(value -> value.code().equals(code))
                    .findFirst();
        }
    }

    /** {@return its kind} */
    Type type();

    /** {@return the levels that it can give, mildest first} */
    List<Level> levels();

    /** {@return the figure that is judged, empty where it is none of the reported metrics} */
    default Optional<Measure> measured() {
        return Optional.empty();
    }

    /** A signal about one measure, which gives one level. */
    sealed interface OfMeasure extends Signal {

        /** {@return what is measured} */
        Measure measure();

        /** {@return the level that it gives} */
        Level level();

        @Override
        default Optional<Measure> measured() {
            return Optional.of(measure());
        }

        @Override
        default List<Level> levels() {
            return List.of(level());
        }
    }

    /**
     * A figure against a limit.
     *
     * @param measure what is measured
     * @param comparator what the figure must be
     * @param limits the limits with their dates
     * @param bands levels by how much of the limit is used
     * @param when all of them must hold for the rule to apply
     * @param unless when all of them hold the rule does not apply; none of them when empty
     * @param consecutive levels by breaches in a row
     * @param classes loan classes with limits of their own
     */
    record OfLimit(
            Measure measure,
            Comparator comparator,
            List<Limit> limits,
            Bands bands,
            List<Condition> when,
            List<Condition> unless,
            Map<Integer, Level> consecutive,
            List<LoanClass> classes)
            implements Signal {
        @Override
        public Type type() {
            return Type.LIMIT;
        }

        @Override
        public Optional<Measure> measured() {
            return Optional.of(measure);
        }

        @Override
        public List<Level> levels() {
            return Stream.concat(bands.bands().stream().map(Bands.Band::level), consecutive.values().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * A figure that got worse several times in a row.
     *
     * @param measure what is measured
     * @param rising whether rising is worse
     * @param steps how many times in a row
     * @param level level that it gives
     */
    record OfTrend(Measure measure, boolean rising, int steps, Level level) implements OfMeasure {
        @Override
        public Type type() {
            return Type.TREND;
        }
    }

    /**
     * A figure far from those of the same kind in the same period, by median and median absolute deviation.
     *
     * @param measure what is measured
     * @param threshold how far, as a modified z-score
     * @param peers how many institutions, this one included, must have reported
     * @param level level that it gives
     */
    record OfPeers(Measure measure, BigDecimal threshold, int peers, Level level) implements OfMeasure {
        @Override
        public Type type() {
            return Type.PEER_OUTLIER;
        }
    }

    /**
     * A moving average that leaves its control limits.
     *
     * @param measure what is measured
     * @param mean the mean in control
     * @param deviation the standard deviation in control
     * @param weight weight of the newest figure, above 0 and at most 1
     * @param width how many deviations of the average off the mean
     * @param level level that it gives
     */
    record OfEwma(
            Measure measure, BigDecimal mean, BigDecimal deviation, BigDecimal weight, BigDecimal width, Level level)
            implements OfMeasure {
        @Override
        public Type type() {
            return Type.EWMA;
        }
    }

    /**
     * A sum of deviations that reaches a bound.
     *
     * @param measure what is measured
     * @param mean the mean in control
     * @param slack what each figure may be off without counting
     * @param bound the sum that is exceeded
     * @param level level that it gives
     */
    record OfCusum(Measure measure, BigDecimal mean, BigDecimal slack, BigDecimal bound, Level level)
            implements OfMeasure {
        @Override
        public Type type() {
            return Type.CUSUM;
        }
    }

    /**
     * A report that did not come in time.
     *
     * @param days levels by days late, each from that day on
     */
    record OfLateReport(Map<Integer, Level> days) implements Signal {
        @Override
        public Type type() {
            return Type.LATE_REPORT;
        }

        @Override
        public List<Level> levels() {
            return days.values().stream().distinct().sorted().toList();
        }
    }

    /**
     * Two figures that should agree.
     *
     * @param left the one
     * @param right the other
     * @param tolerance by how many per cent of the other the one may differ
     * @param level level that it gives
     */
    record OfIdentity(Measure left, Measure right, BigDecimal tolerance, Level level) implements Signal {
        @Override
        public Type type() {
            return Type.IDENTITY;
        }

        @Override
        public Optional<Measure> measured() {
            return Optional.of(left);
        }

        @Override
        public List<Level> levels() {
            return List.of(level);
        }
    }

    /**
     * A score of other rules' findings. It warns by itself and never lowers what another rule found.
     *
     * @param weights weight of each rule by code, capped
     * @param bound score from which it warns, 0 to 100
     * @param level level that it gives
     */
    record OfComposite(Map<String, BigDecimal> weights, BigDecimal bound, Level level) implements Signal {
        @Override
        public Type type() {
            return Type.COMPOSITE;
        }

        @Override
        public List<Level> levels() {
            return List.of(level);
        }
    }

    /**
     * Judged by what the plan sets for its indicators, or by the guarantee chains of a city, not by reports of institutions.
     *
     * @param type PLAN or NETWORK
     * @param levels the level of each step: of NETWORK of one thing that is found, of two, and so on
     * @param thresholds of NETWORK: the numbers by which it finds something
     */
    record OfPlan(Type type, List<Level> levels, ChainThresholds thresholds) implements Signal {}
}
