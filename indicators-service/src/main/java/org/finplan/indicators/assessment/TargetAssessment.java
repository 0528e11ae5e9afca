package org.finplan.indicators.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One version of what an assessor said of a target and a year.
 *
 * @param target id of the target
 * @param year the year
 * @param version 1, 2, 3 …
 * @param region region of the target
 * @param outcome whether it is met
 * @param statement why, in the words of the assessor
 * @param evidence what it rests on: titles or addresses of documents
 * @param assessor code of the organisation that said it
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
public record TargetAssessment(
        UUID target,
        int year,
        int version,
        String region,
        AssessmentOutcome outcome,
        String statement,
        List<String> evidence,
        String assessor,
        Instant recordedAt,
        String recordedBy) {

    /** Copies the evidence. */
    public TargetAssessment {
        evidence = List.copyOf(evidence);
    }
}
