package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * An information system, platform, database or monitoring mechanism that the plan names.
 *
 * @param code code of the suite, such as {@code gov-bank-data}
 * @param name the name; the English one is a translation for reading
 * @param kind information_system, data_platform …
 */
public record InformationSystem(String code, LocalizedText name, String kind) {}
