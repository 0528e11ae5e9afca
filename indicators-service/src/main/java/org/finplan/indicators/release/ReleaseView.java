package org.finplan.indicators.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Staged;

/**
 * A release as it is sent.
 *
 * @param id id
 * @param title title
 * @param audience public or internal
 * @param state staged, released, superseded or cancelled
 * @param releaseAt when its figures become known
 * @param endedAt when they became known, or when it was cancelled
 * @param endedBy who ended it
 * @param authors who sees its figures before that
 * @param restores id of the release whose figures it brings back
 * @param vouchedBy of a past release that was brought along: who says that its figures and its day are right
 * @param figures how many figures it holds, as far as the caller may see them
 * @param counts what publishing did
 * @param createdAt when it was announced
 * @param createdBy who announced it
 * @param allowedActions what the caller may do now
 * @param left of a release that brings figures back: what later releases brought beside them and still counts, for a decision
 *     whether it stays; asked for alone only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Release")
record ReleaseView(
        UUID id,
        String title,
        String audience,
        String state,
        Instant releaseAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        List<String> authors,
        @Nullable UUID restores,
        @Nullable String vouchedBy,
        int figures,
        @Nullable Counts counts,
        Instant createdAt,
        String createdBy,
        List<String> allowedActions,
        @Nullable List<Left> left) {

    /**
     * Figures that a later release brought and the one that is restored did not have.
     *
     * @param release id of the later release, by which the figures can be withdrawn in bulk
     * @param figures how many of its figures only it brought and still count
     */
    @Schema(name = "ReleaseLeft")
    record Left(UUID release, int figures) {}

    /** What publishing did. */
    @Schema(name = "ReleaseCounts")
    record Counts(int created, int revised, int unchanged) {}

    /**
     * A figure of a release.
     *
     * @param indicator series code
     * @param region region code
     * @param kind kind of figure
     * @param period period in the notation it was delivered in
     * @param variant main, or the place of a second printed value
     * @param value the figure, every digit kept
     * @param unit unit code
     * @param status how firm it is
     * @param reason why it revises an earlier version
     * @param source where it comes from
     * @param observation id of the observation; absent while it is staged
     * @param version version of the observation; absent while it is staged
     * @param recordedAt when it was staged
     * @param recordedBy who staged it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReleaseFigure")
    record FigureView(
            String indicator,
            String region,
            String kind,
            String period,
            @Nullable String variant,
            @Nullable BigDecimal value,
            String unit,
            @Nullable String status,
            @Nullable String reason,
            Source source,
            @Nullable UUID observation,
            @Nullable Integer version,
            Instant recordedAt,
            String recordedBy) {

        static FigureView of(Staged staged) {
            NewObservation figure = staged.figure();
            ObservationKey key = figure.key();
            return new FigureView(
                    key.indicator(),
                    key.region(),
                    key.kind().code(),
                    figure.period().text(),
                    key.variant(),
                    figure.figure().value(),
                    figure.figure().unit(),
                    figure.status() == null ? null : figure.status().code(),
                    figure.reason() == null ? null : figure.reason().code(),
                    figure.source(),
                    null,
                    null,
                    staged.recordedAt(),
                    staged.recordedBy());
        }

        static FigureView of(Observation version) {
            ObservationKey key = version.key();
            return new FigureView(
                    key.indicator(),
                    key.region(),
                    key.kind().code(),
                    version.period().text(),
                    key.variant(),
                    version.figure().value(),
                    version.figure().unit(),
                    version.status().code(),
                    version.reason() == null ? null : version.reason().code(),
                    version.source(),
                    version.id(),
                    version.version(),
                    version.recordedAt(),
                    version.recordedBy());
        }
    }

    /** {@return a release of a list} */
    static ReleaseView of(Release release, boolean author) {
        return of(release, author, null);
    }

    /** {@return a release that is asked for alone} */
    static ReleaseView of(Release release, boolean author, List<Left> left) {
        Release.End end = release.end();
        boolean published = release.state() == ReleaseState.RELEASED || release.state() == ReleaseState.SUPERSEDED;
        return new ReleaseView(
                release.id(),
                release.title(),
                release.audience().code(),
                release.state().code(),
                release.releaseAt(),
                end == null ? null : end.at(),
                end == null ? null : end.by(),
                release.authors(),
                release.restores(),
                release.vouchedBy(),
                release.figures(),
                published
                        ? new Counts(
                                end.published().created(),
                                end.published().revised(),
                                end.published().unchanged())
                        : null,
                release.createdAt(),
                release.createdBy(),
                actions(release.state(), author),
                left);
    }

    private static List<String> actions(ReleaseState state, boolean author) {
        return switch (state) {
            case STAGED -> author ? List.of("cancel") : List.of();
            case RELEASED, SUPERSEDED -> List.of("restore");
            case CANCELLED -> List.of();
        };
    }
}
