package org.finplan.risk.institution.rating;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.risk.institution.rating.RatingScheme.Grade;

/** The schemes that ratings are given by. */
@ApplicationScoped
class RatingSchemes {

    private final List<RatingScheme> schemes;

    RatingSchemes(InspectionConfig config) {
        try (InputStream file = RatingSchemes.class.getResourceAsStream("/rating-schemes.json")) {
            List<RatingScheme> shipped =
                    JsonMapper.builder().build().readValue(file, new TypeReference<List<RatingScheme>>() {});
            schemes = shipped.stream()
                    .map(scheme -> configured(scheme, config.months()))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException("rating-schemes.json of this program", damaged);
        }
    }

    List<RatingScheme> all() {
        return schemes;
    }

    List<String> codes() {
        return schemes.stream().map(RatingScheme::code).toList();
    }

    Optional<RatingScheme> find(String code) {
        return schemes.stream().filter(scheme -> scheme.code().equals(code)).findFirst();
    }

    /** {@return the schemes that institutions of a kind are rated by} */
    List<String> codesFor(String kind) {
        return schemes.stream()
                .filter(scheme -> scheme.isFor(kind))
                .map(RatingScheme::code)
                .toList();
    }

    private static RatingScheme configured(RatingScheme scheme, Map<String, Integer> months) {
        return scheme.with(scheme.grades().stream()
                .map(grade -> new Grade(
                        grade.code(),
                        months.getOrDefault(scheme.code() + "/" + grade.code(), grade.inspectionMonths())))
                .toList());
    }
}
