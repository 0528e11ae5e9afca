package org.finplan.risk.assessment;

import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.WarningPolicy;

/**
 * What has to be known of a rule when its findings are kept.
 *
 * @param name its name
 * @param warning how long it waits before it warns, and before a warning ends
 * @param sourceStatus how sure its text is: confirmed, secondary or unconfirmed
 */
public record RuleTerms(LocalizedText name, WarningPolicy warning, String sourceStatus) {}
