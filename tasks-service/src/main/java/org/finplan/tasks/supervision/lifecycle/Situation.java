package org.finplan.tasks.supervision.lifecycle;

/**
 * All of a matter that decides which moves there are.
 *
 * @param state its state
 * @param stands whether its clock stands
 * @param suspensionAsked whether a suspension was asked for and not decided
 * @param extensionAsked whether an extension was asked for and not decided
 */
public record Situation(SupervisionState state, boolean stands, boolean suspensionAsked, boolean extensionAsked) {}
