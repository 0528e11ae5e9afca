package org.finplan.platform.events;

import java.time.Instant;

/**
 * A version of a plan package is in force: every program of the suite had prepared it. The version before is superseded.
 *
 * @param plan plan code
 * @param version number of the version
 * @param fingerprint SHA-256 of its files, hexadecimal
 * @param enforcedAt since when
 */
public record PlanEnforced(String plan, int version, String fingerprint, Instant enforcedAt) implements EventData {}
