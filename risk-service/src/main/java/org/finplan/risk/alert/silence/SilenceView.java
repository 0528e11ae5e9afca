package org.finplan.risk.alert.silence;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.precondition.EntityTags;

/**
 * A silence as its readers see it.
 *
 * @param id id
 * @param version version
 * @param state where it stands at the moment of asking: awaiting-approval, scheduled, in-force or ended
 * @param matchers which alerts it concerns; all of them must match
 * @param from when it begins
 * @param until when it ends by itself
 * @param reason why
 * @param author who made it
 * @param createdAt when it was made
 * @param secondPerson whether it silences levels above orange, so that a second person must approve it
 * @param approvedBy the second person, or null
 * @param approvedAt when it was approved, or null
 * @param endedBy who ended it early, or null
 * @param endedAt when it was ended early, or null
 */
@Schema(name = "Silence")
record SilenceView(
        UUID id,
        int version,
        String state,
        List<MatcherView> matchers,
        Instant from,
        Instant until,
        String reason,
        String author,
        Instant createdAt,
        boolean secondPerson,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /**
     * What one field of an alert must be.
     *
     * @param field region, rule, indicator, institution or level
     * @param value its value; of region all in it as well, of level all up to it
     */
    @Schema(name = "SilenceMatcherInForce")
    record MatcherView(String field, String value) {}

    /** {@return its ETag: of its version, and of its state, which changes with time} */
    String tag() {
        return EntityTags.of(Integer.toString(version), state);
    }

    static SilenceView of(Silence silence, Instant now) {
        Silence.Act approval = silence.approval();
        Silence.Act end = silence.end();
        return new SilenceView(
                silence.id(),
                silence.version(),
                silence.state(now).code(),
                matchers(silence.matchers()),
                silence.from(),
                silence.until(),
                silence.reason(),
                silence.author(),
                silence.createdAt(),
                silence.secondPerson(),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.at(),
                end == null ? null : end.by(),
                end == null ? null : end.at());
    }

    private static List<MatcherView> matchers(SilenceMatchers matchers) {
        List<MatcherView> views = new ArrayList<>();
        views.add(new MatcherView("region", matchers.region()));
        add(views, "rule", matchers.rule());
        add(views, "indicator", matchers.indicator());
        add(views, "institution", matchers.institution());
        add(views, "level", matchers.level() == null ? null : matchers.level().code());
        return views;
    }

    private static void add(List<MatcherView> views, String field, @Nullable String value) {
        if (value != null) {
            views.add(new MatcherView(field, value));
        }
    }
}
