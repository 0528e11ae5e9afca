package org.finplan.platform.events;

import java.time.Instant;

/**
 * A version of a plan package never comes in force: a program refused it, or its author gave it up. Nothing changed.
 *
 * @param plan plan code
 * @param version number of the version
 * @param fingerprint SHA-256 of its files, hexadecimal
 * @param reason why
 * @param abandonedAt when
 */
public record PlanAbandoned(String plan, int version, String fingerprint, LocalizedText reason, Instant abandonedAt)
        implements EventData {}
