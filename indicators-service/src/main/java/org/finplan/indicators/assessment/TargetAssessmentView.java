package org.finplan.indicators.assessment;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an assessor said of a target and a year, as it is sent.
 *
 * @param year the year
 * @param version 1, 2, 3 …
 * @param outcome met, partly or not-met
 * @param statement why, in the words of the assessor
 * @param evidence what it rests on: titles or addresses of documents
 * @param assessor code of the organisation that said it
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
@Schema(name = "TargetAssessment")
public record TargetAssessmentView(
        int year,
        int version,
        String outcome,
        String statement,
        List<String> evidence,
        String assessor,
        Instant recordedAt,
        String recordedBy) {

    /**
     * Makes the view of a version.
     *
     * @param version the version
     * @return the view
     */
    public static TargetAssessmentView of(TargetAssessment version) {
        return new TargetAssessmentView(
                version.year(),
                version.version(),
                version.outcome().code(),
                version.statement(),
                version.evidence(),
                version.assessor(),
                version.recordedAt(),
                version.recordedBy());
    }
}
