package org.finplan.tasks.flag;

/**
 * One indicator of one plan in one region.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param region region code
 */
record Series(String plan, String indicator, String region) {}
