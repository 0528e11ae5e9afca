package org.finplan.indicators.recording;

import java.time.Instant;

/**
 * A figure that waits for its release.
 *
 * @param figure the figure; its publication names the release
 * @param recordedAt when it was staged
 * @param recordedBy who staged it
 */
public record Staged(NewObservation figure, Instant recordedAt, String recordedBy) {}
