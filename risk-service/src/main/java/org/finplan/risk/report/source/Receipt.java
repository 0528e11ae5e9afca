package org.finplan.risk.report.source;

import org.finplan.platform.period.Period;

/**
 * A delivery of a source.
 *
 * @param institution code of the institution that it is about
 * @param source code of the source
 * @param period its period
 */
public record Receipt(String institution, String source, Period period) {}
