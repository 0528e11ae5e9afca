package org.finplan.indicators.assessing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an assessor says of a target and a year, as it is sent.
 *
 * @param year a year of the plan, up to that of the target, that has begun
 * @param outcome met, partly or not-met
 * @param statement why, in the words of the assessor, up to 2000 characters
 * @param evidence what it rests on: titles or addresses of documents, up to 20 of up to 500 characters
 */
public record AssessmentRequest(
        @Schema(required = true, examples = "2026") Integer year,
        @Schema(required = true, examples = "partly") String outcome,

        @Schema(required = true, examples = "演示样本：机制已建立，平台尚未上线 sample")
        String statement,

        @Schema(examples = "[\"演示样本〔2026〕3号 sample\"]") List<String> evidence) {

    /** A list that is not sent is empty. */
    public AssessmentRequest {
        evidence = evidence == null ? List.of() : evidence;
    }
}
