package org.finplan.risk.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * Why institutions are listed.
 *
 * @param code its code
 * @param name its name
 * @param objectionDays calendar days after the notice on which objections count
 * @param source where the days are from
 * @param sourceStatus confirmed when the text was seen, else unconfirmed
 */
@Schema(name = "ExitGround")
record ExitGround(String code, LocalizedText name, int objectionDays, LocalizedText source, String sourceStatus) {}
