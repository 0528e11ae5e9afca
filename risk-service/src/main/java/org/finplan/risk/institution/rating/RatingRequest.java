package org.finplan.risk.institution.rating;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating that was given.
 *
 * @param scheme code of the scheme
 * @param grade the grade
 * @param on the day it was given
 * @param source document or system that it stands in; when absent the caller
 * @param reason why it is another one than was recorded for that day
 */
@Schema(name = "NewInstitutionRating")
record RatingRequest(
        @Schema(examples = "guangdong-camel-rr") @NotBlank String scheme,

        @Schema(examples = "BB") @NotBlank @Size(max = LONGEST_GRADE)
        String grade,

        @Schema(examples = "2026-03-31") @NotNull LocalDate on,

        @Schema(examples = "演示样本，非真实数据") @Nullable @Size(min = 1, max = LONGEST_TEXT)
        String source,

        @Nullable @Size(min = 1, max = LONGEST_TEXT) String reason) {

    private static final int LONGEST_GRADE = 40;
    private static final int LONGEST_TEXT = 500;
}
