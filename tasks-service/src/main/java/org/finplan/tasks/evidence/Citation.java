package org.finplan.tasks.evidence;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * An observation that a claim cites.
 *
 * @param claim id of the progress report or of the matter
 * @param part number of the answer to a matter, 0 of a report
 * @param item place in the evidence, from 0
 * @param region region of the claim
 * @param observation id of the observation
 * @param cited version that was cited
 * @param confirmed newest version that the reporter stood by, 0 for none
 * @param newest newest version that is known, or null
 * @param state what became of the observation since
 */
public record Citation(
        UUID claim,
        int part,
        int item,
        String region,
        UUID observation,
        int cited,
        int confirmed,
        @Nullable Integer newest,
        EvidenceState state) {

    Citation judged(@Nullable NewestVersion now) {
        return new Citation(
                claim,
                part,
                item,
                region,
                observation,
                cited,
                confirmed,
                now == null ? null : now.version(),
                EvidenceState.judge(cited, confirmed, now));
    }

    Citation confirmedNow() {
        return new Citation(claim, part, item, region, observation, cited, newest, newest, EvidenceState.CONFIRMED);
    }
}
