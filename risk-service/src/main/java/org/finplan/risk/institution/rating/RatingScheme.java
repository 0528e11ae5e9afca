package org.finplan.risk.institution.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A scheme by which institutions are rated.
 *
 * @param code its code
 * @param version its version, counted from 1; a rating names the one it was given by
 * @param name its name
 * @param purpose supervisory, credit or platform
 * @param issuer who rates by it
 * @param kinds codes of the kinds of institutions that it is for; none means all
 * @param grades its grades, the best first; none where the scheme does not say which there are, so that any text is one
 */
@Schema(name = "RatingScheme")
record RatingScheme(
        String code,
        int version,
        LocalizedText name,
        String purpose,
        LocalizedText issuer,
        List<String> kinds,
        List<Grade> grades) {

    /**
     * A grade of a scheme.
     *
     * @param code the grade
     * @param inspectionMonths months between two inspections of an institution of that grade, or null when the scheme does
     *     not decide on inspections
     */
    @Schema(name = "RatingGrade")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Grade(String code, @Nullable Integer inspectionMonths) {}

    /** {@return whether institutions of that kind are rated by it} */
    boolean isFor(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** {@return whether a text is one of its grades} */
    boolean has(String grade) {
        return grades.isEmpty() || grade(grade).isPresent();
    }

    /** {@return months between two inspections of an institution of a grade, empty when the scheme does not say} */
    Optional<Integer> inspectionMonths(String grade) {
        return grade(grade).map(Grade::inspectionMonths);
    }

    /** {@return the codes of its grades, the best first} */
    List<String> gradeCodes() {
        return grades.stream().map(Grade::code).toList();
    }

    RatingScheme with(List<Grade> other) {
        return new RatingScheme(code, version, name, purpose, issuer, kinds, other);
    }

    private Optional<Grade> grade(String text) {
        return grades.stream().filter(grade -> grade.code().equals(text)).findFirst();
    }
}
