package org.finplan.risk.rulebook;

import java.util.UUID;
import org.finplan.risk.rulebook.definition.Limit;

/**
 * A stricter limit of a region.
 *
 * @param id id
 * @param rule code of the rule
 * @param loanClass code of the loan class that it is for, empty for the rule itself
 * @param region region whose institutions it binds, its parts included
 * @param limit the limit and its first day
 * @param authority who set it
 */
public record LocalLimit(UUID id, String rule, String loanClass, String region, Limit limit, String authority) {}
