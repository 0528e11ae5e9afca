package org.finplan.indicators.reporting;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a release that was brought along.
 *
 * @param release id of the release, absent when it was only tried
 * @param report what became of its figures
 */
@Schema(name = "ImportedRelease")
record PastReleaseReport(@Nullable UUID release, BulkReport report) {}
