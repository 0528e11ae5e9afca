package org.finplan.risk.institution;

import org.finplan.platform.events.LocalizedText;

/**
 * A kind of institution.
 *
 * @param code code, such as {@code microloan}
 * @param name its name
 */
public record InstitutionKind(String code, LocalizedText name) {}
