package org.finplan.risk.rule;

/**
 * What a rule judges, and what an alert is about.
 *
 * @param rule code of the rule
 * @param plan plan whose target is at stake
 * @param indicator indicator code
 * @param region region code
 */
public record Subject(String rule, String plan, String indicator, String region) {}
