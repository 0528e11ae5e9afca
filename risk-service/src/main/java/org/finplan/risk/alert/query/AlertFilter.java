package org.finplan.risk.alert.query;

import java.time.Instant;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Level;

/**
 * Which alerts are asked for, and in which order.
 *
 * @param state state, or null for any
 * @param level level, or null for any
 * @param region region code, or null for any
 * @param indicator indicator code, or null for any
 * @param rule rule code, or null for any
 * @param institution unified social credit code, or null for any
 * @param overdue whether something must, or must not, be overdue; null for both
 * @param acknowledgedBefore what somebody has charge of since before an instant, and nothing came of it; null for any
 * @param order order
 */
record AlertFilter(
        AlertState state,
        Level level,
        String region,
        String indicator,
        String rule,
        String institution,
        Boolean overdue,
        Instant acknowledgedBefore,
        AlertOrder order) {}
