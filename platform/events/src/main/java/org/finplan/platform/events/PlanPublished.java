package org.finplan.platform.events;

import java.time.Instant;

/**
 * A version of a plan package was published. It is in force when every program of the suite has prepared it, see
 * {@link PlanEnforced}; until then nothing changes. Its files follow as {@link PlanPiecePublished}.
 *
 * @param plan plan code
 * @param version number of the version of the package, 1 for the first
 * @param fingerprint SHA-256 of its files, hexadecimal
 * @param pieces how many pieces its files come in
 * @param reason why it was published
 * @param author who published it
 * @param publishedAt when it was published
 */
public record PlanPublished(
        String plan, int version, String fingerprint, int pieces, String reason, String author, Instant publishedAt)
        implements EventData {}
