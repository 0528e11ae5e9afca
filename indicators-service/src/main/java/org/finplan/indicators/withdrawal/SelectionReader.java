package org.finplan.indicators.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.finplan.indicators.observation.FigureSelection;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;

/** Reads which figures a withdrawal in bulk is about. */
@ApplicationScoped
class SelectionReader {

    private final PlanRegister register;
    private final RegionScope scope;

    SelectionReader(PlanRegister register, RegionScope scope) {
        this.register = register;
        this.scope = scope;
    }

    /**
     * Reads the selection of a request.
     *
     * @param request what was sent, or null
     * @return the selection
     * @throws ProblemException 403 when the region is out of scope, 422 when nothing is selected or a code is unknown
     */
    FigureSelection read(BulkWithdrawalRequest request) {
        if (request == null || (request.indicator() == null && request.source() == null && request.release() == null)) {
            throw ProblemException.at(
                    ObservationError.FIELD_MISSING, "/", null, List.of("indicator", "source", "release"));
        }
        return new FigureSelection(
                request.indicator() == null ? null : series(request.indicator()),
                request.region() == null ? null : List.of(region(request.region())),
                day("/from", request.from(), Period::start),
                day("/to", request.to(), Period::end),
                request.source(),
                request.release());
    }

    private String series(String code) {
        return register.series()
                .named(code)
                .map(SeriesDefinition::code)
                .orElseThrow(() -> ProblemException.at(
                        ObservationError.UNKNOWN_INDICATOR,
                        "/indicator",
                        code,
                        register.series().codes(scope.writable()::contains)));
    }

    private String region(String code) {
        if (register.regions().find(code).isEmpty()) {
            throw ProblemException.at(
                    ObservationError.UNKNOWN_REGION,
                    "/region",
                    code,
                    register.regionCodes().stream()
                            .filter(scope.writable()::contains)
                            .toList());
        }
        scope.requireWritable(code, "/region");
        return code;
    }

    private static LocalDate day(String pointer, String text, Function<Period, LocalDate> end) {
        return text == null
                ? null
                : Period.find(text)
                        .map(end)
                        .orElseThrow(() ->
                                ProblemException.at(ObservationError.INVALID_PERIOD, pointer, text, Period.NOTATIONS));
    }
}
