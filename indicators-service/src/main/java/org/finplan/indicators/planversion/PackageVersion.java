package org.finplan.indicators.planversion;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.planversion.PackageVersionState;

/**
 * A version of the package of a plan. Not to be mixed up with {@link org.finplan.indicators.plan.PlanVersion}, an adjustment
 * of targets that leaves the package as it is.
 *
 * @param plan plan code
 * @param version number of the version, 1 for the first
 * @param fingerprint SHA-256 of its files, hexadecimal
 * @param state preparing, in force, superseded or abandoned
 * @param reason why it was published
 * @param author who published it, {@code system} for what was found at a start
 * @param publishedAt when it was published
 * @param decidedAt when it came in force or was abandoned, null while it is being prepared
 * @param because why it was abandoned, null when it was not
 * @param answers what the programs answered, by their names
 */
public record PackageVersion(
        String plan,
        int version,
        String fingerprint,
        PackageVersionState state,
        String reason,
        String author,
        Instant publishedAt,
        @Nullable Instant decidedAt,
        @Nullable LocalizedText because,
        List<Answer> answers) {}
