package org.finplan.risk.supervision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A channel of supervision, or a party that signals come from.
 *
 * @param code its code
 * @param name its name
 * @param clause clause of the plan that names it
 */
@Schema(name = "SupervisionCode")
record SupervisionCode(String code, LocalizedText name, String clause) {}
