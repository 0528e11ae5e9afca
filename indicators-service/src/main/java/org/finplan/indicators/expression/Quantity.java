package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.finplan.platform.plan.Unit;

/**
 * What an expression measures: powers of base units and a power of ten. A number that is written into the formula measures
 * nothing.
 *
 * @param bases powers of base units, none of them zero
 * @param scale power of ten: 8 for 100 million yuan, -2 for percent
 * @param number the value of a written number, or null
 */
record Quantity(Map<String, Integer> bases, int scale, BigDecimal number) {

    static final Quantity PERCENT = new Quantity(Map.of(), -2, null);

    Quantity {
        bases = Map.copyOf(bases);
    }

    static Quantity of(Unit unit) {
        Map<String, Integer> bases = new TreeMap<>();
        int scale = 0;
        String[] factors = unit.ucum().split("/", -1);
        for (int i = 0; i < factors.length; i++) {
            int sign = i == 0 ? 1 : -1;
            Unit factor = new Unit(unit.code(), unit.name(), factors[i], unit.kind());
            boolean points = factors[i].equals("{pp}");
            scale += sign * (points ? -2 : factor.exponent());
            if (!points && !factor.base().equals("1")) {
                bases.merge(factor.base(), sign, Integer::sum);
            }
        }
        return clean(bases, scale);
    }

    static Quantity number(BigDecimal value) {
        return new Quantity(Map.of(), 0, value);
    }

    boolean isNumber() {
        return number != null;
    }

    boolean agreesWith(Quantity other) {
        return bases.equals(other.bases) && scale == other.scale;
    }

    /** Whether a written number may stand beside it: it has no unit but a power of ten. */
    boolean isRatio() {
        return bases.isEmpty();
    }

    Quantity times(Quantity other, int sign) {
        if (isNumber() && other.isNumber()) {
            BigDecimal value = sign > 0
                    ? number.multiply(other.number, Evaluator.CONTEXT)
                    : number.divide(other.number, Evaluator.CONTEXT);
            return number(value);
        }
        Map<String, Integer> product = new TreeMap<>(bases);
        other.bases.forEach((base, power) -> product.merge(base, sign * power, Integer::sum));
        return clean(product, effectiveScale() + sign * other.effectiveScale());
    }

    Quantity power(int exponent) {
        if (isNumber()) {
            return number(number.pow(exponent, Evaluator.CONTEXT));
        }
        Map<String, Integer> powers = new TreeMap<>();
        bases.forEach((base, power) -> powers.put(base, power * exponent));
        return clean(powers, scale * exponent);
    }

    /** {@return such as {@code 10^8 CNY / person}, for people} */
    String text() {
        String ten = scale == 0 ? "" : "10^" + scale;
        String product = bases.entrySet().stream()
                .map(base -> name(base.getKey()) + (base.getValue() == 1 ? "" : "^" + base.getValue()))
                .collect(Collectors.joining(" "));
        String text = (ten + " " + product).strip();
        return text.isEmpty() ? "1" : text;
    }

    /** A factor of 10^k makes the number larger by k digits, so that the same amount stands in a unit smaller by them. */
    private int effectiveScale() {
        if (!isNumber() || number.signum() == 0) {
            return scale;
        }
        BigDecimal stripped = number.abs().stripTrailingZeros();
        boolean powerOfTen = stripped.unscaledValue().bitLength() == 1;
        return powerOfTen ? stripped.scale() : 0;
    }

    private static Quantity clean(Map<String, Integer> bases, int scale) {
        Map<String, Integer> kept = new TreeMap<>(bases);
        kept.values().removeIf(power -> power == 0);
        return new Quantity(kept, scale, null);
    }

    private static String name(String base) {
        return base.replaceAll("[\\[\\]{}]", "").toUpperCase(Locale.ROOT);
    }
}
