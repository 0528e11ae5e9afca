package org.finplan.risk.institution.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often an institution is inspected for its ratings.
 *
 * @param on the day asked for
 * @param months months between two inspections, or null when no rating decides it
 * @param scheme scheme of the rating that decides it, or null
 * @param grade that rating, or null
 */
@Schema(name = "InspectionInterval")
@JsonInclude(JsonInclude.Include.ALWAYS)
record InspectionInterval(
        LocalDate on,
        @Nullable Integer months,
        @Nullable String scheme,
        @Nullable String grade) {

    /** The shortest that one of the ratings asks for. */
    static InspectionInterval of(LocalDate on, List<Rating> ratings, Function<String, Optional<RatingScheme>> schemes) {
        return ratings.stream()
                .flatMap(rating -> schemes
                        .apply(rating.scheme())
                        .flatMap(scheme -> scheme.inspectionMonths(rating.grade()))
                        .map(months -> new InspectionInterval(on, months, rating.scheme(), rating.grade()))
                        .stream())
                .min(Comparator.comparing(InspectionInterval::months))
                .orElse(new InspectionInterval(on, null, null, null));
    }
}
