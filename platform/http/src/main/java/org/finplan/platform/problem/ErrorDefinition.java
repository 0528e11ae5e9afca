package org.finplan.platform.problem;

import org.finplan.platform.events.LocalizedText;

/**
 * What callers learn of one kind of problem.
 *
 * @param code the stable code in kebab-case, also the tail of {@code urn:finplan:problem:<code>}
 * @param status the HTTP status, 400 to 599
 * @param title what went wrong, in few words without particulars
 */
public record ErrorDefinition(String code, int status, LocalizedText title) {

    /**
     * Defines a kind of problem.
     *
     * @param code the stable code in kebab-case
     * @param status the HTTP status, 400 to 599
     * @param zh the title in Chinese
     * @param en the title in English
     */
    public ErrorDefinition(String code, int status, String zh, String en) {
        this(code, status, new LocalizedText(zh, en));
    }
}
