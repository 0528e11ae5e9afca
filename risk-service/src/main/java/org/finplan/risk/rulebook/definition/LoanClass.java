package org.finplan.risk.rulebook.definition;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * A class of loans with a measure and limits of its own, such as loans to technology firms.
 *
 * @param code kebab-case code
 * @param name its name
 * @param measure what is measured of this class
 * @param limits its limits
 */
public record LoanClass(String code, LocalizedText name, Measure measure, List<Limit> limits) {}
