package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * A body, company, programme or document that the plan names.
 *
 * @param code code of the suite, such as {@code zq-tourism-group}
 * @param name the name; the English one is a translation for reading
 * @param kind bank, company, government, policy_document …
 */
public record Organisation(String code, LocalizedText name, String kind) {}
