package org.finplan.risk.reportrequest;

import java.util.List;
import org.finplan.platform.period.Period;

/**
 * What is missing of a period of an institution.
 *
 * @param institution unified social credit code
 * @param period the period
 * @param metrics codes of the metrics, at least one, in order
 * @param rules codes of the rules that wait for them, in order
 */
public record Wanted(String institution, Period period, List<String> metrics, List<String> rules) {}
