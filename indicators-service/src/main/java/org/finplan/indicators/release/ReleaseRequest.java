package org.finplan.indicators.release;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release as it is announced.
 *
 * @param title title, up to 200 characters
 * @param releaseAt when its figures become known
 * @param audience public or internal
 * @param authors subjects that see and stage its figures before that, beside the caller
 */
record ReleaseRequest(
        @Schema(required = true, examples = "sample release")
        String title,

        @Schema(required = true, examples = "2099-01-20T02:00:00Z")
        Instant releaseAt,

        @Schema(required = true, examples = "public") String audience,
        @Schema(examples = "[\"district-441202\"]") List<String> authors) {

    /**
     * A release that brings figures back.
     *
     * @param title title, up to 200 characters
     * @param releaseAt when the figures become known again
     * @param reason why: routine, correction, census, scope-change or definition-change
     */
    record Restoration(
            @Schema(required = true, examples = "sample release, restored")
            String title,

            @Schema(required = true, examples = "2099-01-21T02:00:00Z")
            Instant releaseAt,

            @Schema(required = true, examples = "correction")
            String reason) {}
}
