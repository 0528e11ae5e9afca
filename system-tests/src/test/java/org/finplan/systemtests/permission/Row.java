package org.finplan.systemtests.permission;

import java.util.Map;

/**
 * A line of the table.
 *
 * @param operation operationId
 * @param request path and query; {@code {name}} stands for a sample
 * @param expected status for each caller
 * @param reason why
 */
record Row(String operation, String request, Map<Caller, Integer> expected, String reason) {}
