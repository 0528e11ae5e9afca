package org.finplan.risk.report.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.risk.report.schema.Identity;
import org.finplan.risk.report.schema.MetricSchema;

/**
 * Holds the figures of a period against the identities of their schema. Nothing is said of an identity that a figure is absent
 * for: absent is not zero. Sums and tolerance are exact.
 */
public final class IdentityCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private IdentityCheck() {}

    /**
     * Checks a period.
     *
     * @param schema the schema of the institution's kind
     * @param figures its figures of the period by metric, in the units of the schema
     * @param before those of the period before
     * @return the identities that are broken, in the order of the schema
     */
    public static List<Contradiction> of(
            MetricSchema schema, Map<String, BigDecimal> figures, Map<String, BigDecimal> before) {
        List<Contradiction> broken = new ArrayList<>();
        for (Identity identity : schema.identities()) {
            Optional<BigDecimal> left = sum(identity.left(), figures);
            Optional<BigDecimal> right = sum(identity.right(), identity.rightOfPeriodBefore() ? before : figures);
            if (left.isPresent() && right.isPresent() && !holds(identity, left.get(), right.get())) {
                String unit =
                        schema.metric(identity.left().get(0)).orElseThrow().unit();
                broken.add(new Contradiction(identity.code(), left.get(), right.get(), unit));
            }
        }
        return List.copyOf(broken);
    }

    private static Optional<BigDecimal> sum(List<String> metrics, Map<String, BigDecimal> figures) {
        return figures.keySet().containsAll(metrics)
                ? Optional.of(metrics.stream().map(figures::get).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    private static boolean holds(Identity identity, BigDecimal left, BigDecimal right) {
        BigDecimal over = left.subtract(right);
        return switch (identity.comparator()) {
            case "<=" -> over.signum() <= 0;
            case ">=" -> over.signum() >= 0;
            default ->
                over.abs().multiply(HUNDRED).compareTo(right.abs().multiply(BigDecimal.valueOf(identity.tolerance())))
                        <= 0;
        };
    }
}
