package org.finplan.indicators.planversion;

import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * What a program answered to a version.
 *
 * @param participant name of the program, such as {@code tasks-service}
 * @param prepared whether it has prepared the version
 * @param reason why not, null when it has
 * @param answeredAt when it answered
 */
@Schema(name = "PlanVersionAnswer")
public record Answer(
        String participant, boolean prepared, @Nullable LocalizedText reason, Instant answeredAt) {}
