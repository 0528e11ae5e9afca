package org.finplan.indicators.planpackage;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.planchange.PlanChanges;
import org.finplan.indicators.planversion.Answer;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.platform.events.LocalizedText;

/**
 * A version of a plan package as it is sent.
 *
 * @param plan plan code
 * @param version 1, 2, 3 …
 * @param state preparing, in-force, superseded or abandoned
 * @param reason why it was published
 * @param author who published it; {@code system} for what was found at a start
 * @param publishedAt when
 * @param decidedAt when it came in force or was abandoned
 * @param because why it was abandoned
 * @param answers what the programs of the suite answered
 * @param fingerprint SHA-256 of its files
 * @param changes what it said otherwise than the one before; absent of one that never came in force, and in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanPackageVersion")
record PlanVersionView(
        String plan,
        int version,
        String state,
        String reason,
        String author,
        Instant publishedAt,
        @Nullable Instant decidedAt,
        @Nullable LocalizedText because,
        List<Answer> answers,
        String fingerprint,
        @Nullable PlanChanges changes) {

    static PlanVersionView of(PackageVersion version, PlanChanges changes) {
        return new PlanVersionView(
                version.plan(),
                version.version(),
                version.state().code(),
                version.reason(),
                version.author(),
                version.publishedAt(),
                version.decidedAt(),
                version.because(),
                version.answers(),
                version.fingerprint(),
                changes);
    }
}
