package org.finplan.indicators.reporting;

import java.util.Arrays;
import java.util.stream.Stream;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;

/** Finds the kind of problem behind the code of a place. */
final class ErrorCodes {

    private ErrorCodes() {}

    static ErrorCode of(String code) {
        return Stream.concat(Arrays.stream(ObservationError.values()), Arrays.stream(WebError.values()))
                .map(ErrorCode.class::cast)
                .filter(error -> error.code().equals(code))
                .findFirst()
                .orElse(ObservationError.ITEMS_REJECTED);
    }
}
