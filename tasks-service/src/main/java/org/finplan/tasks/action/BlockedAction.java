package org.finplan.tasks.action;

import org.finplan.platform.events.LocalizedText;

/**
 * An action that is closed to the caller now.
 *
 * @param name the action
 * @param reason why
 */
public record BlockedAction(String name, LocalizedText reason) {}
