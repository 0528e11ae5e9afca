package org.finplan.platform.plan;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * The yearly growth that the plan prints beside a target.
 *
 * @param printed as printed
 * @param kind how it compounds
 * @param min lower bound in {@code unit}, or null for a relative rule
 * @param max upper bound in {@code unit}, equal to {@code min} unless a range is printed
 * @param unit unit code, or null
 * @param basis such as {@code current prices}, or null
 */
public record GrowthRule(
        String printed,
        GrowthKind kind,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String unit,
        @Nullable String basis) {}
