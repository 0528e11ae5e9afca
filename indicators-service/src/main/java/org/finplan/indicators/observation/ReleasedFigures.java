package org.finplan.indicators.observation;

import java.util.UUID;

/**
 * What is there of the figures that a release brought.
 *
 * @param release id of the release
 * @param figures how many there are, as far as the reader may see them
 * @param superseded whether each of them has a later version
 */
public record ReleasedFigures(UUID release, int figures, boolean superseded) {}
