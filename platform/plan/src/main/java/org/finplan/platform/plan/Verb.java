package org.finplan.platform.plan;

import org.finplan.platform.events.LocalizedText;

/**
 * A kind of work that measures of the plan ask for.
 *
 * @param code such as {@code pilot}
 * @param name the name
 */
public record Verb(String code, LocalizedText name) {}
