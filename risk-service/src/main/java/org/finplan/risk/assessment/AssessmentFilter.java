package org.finplan.risk.assessment;

/**
 * Which assessments are asked for.
 *
 * @param rule rule code, or null for any
 * @param region region code, or null for any
 * @param institution unified social credit code, or null for any
 * @param indicator indicator code, or null for any
 * @param period period in the notation of the API, or null for any
 * @param state breached, near, clear, not-assessable or undecided, or null for any
 */
record AssessmentFilter(
        String rule, String region, String institution, String indicator, String period, String state) {}
