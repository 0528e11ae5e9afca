package org.finplan.risk.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads query parameters that take one of a known set of values. */
public final class CodeParameter {

    private CodeParameter() {}

    /**
     * Reads a parameter.
     *
     * @param parameter its name
     * @param value its value, or null when it was not sent
     * @param find finds what the value names
     * @param accepted the values that would be accepted, or their forms
     * @param <T> what values name
     * @return what the value names, or null when it was not sent
     * @throws ProblemException 400 {@code invalid-parameter} for a value that names nothing
     */
    public static <T> T of(String parameter, String value, Function<String, Optional<T>> find, List<String> accepted) {
        return value == null ? null : find.apply(value).orElseThrow(() -> unknown(parameter, value, accepted));
    }

    /**
     * Reads a parameter that is a code.
     *
     * @param parameter its name
     * @param value its value, or null when it was not sent
     * @param codes the known codes
     * @return the value
     * @throws ProblemException 400 {@code invalid-parameter} for an unknown code
     */
    public static String of(String parameter, String value, List<String> codes) {
        return of(parameter, value, code -> Optional.of(code).filter(codes::contains), codes);
    }

    /**
     * Reads a parameter that is the code of a region.
     *
     * @param parameter its name
     * @param value its value, or null when it was not sent
     * @param codes the known codes
     * @param readable the regions of the caller: only these are told as accepted
     * @return the value
     * @throws ProblemException 400 {@code invalid-parameter} for an unknown code
     */
    public static String ofRegion(String parameter, String value, List<String> codes, RegionSet readable) {
        return of(
                parameter,
                value,
                code -> Optional.of(code).filter(codes::contains),
                codes.stream().filter(readable::contains).toList());
    }

    private static ProblemException unknown(String parameter, String value, List<String> accepted) {
        LocalizedText text = new LocalizedText(
                "参数 " + parameter + " 的值不存在。", "There is no such value of the parameter " + parameter + ".");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError("?" + parameter, value, WebError.INVALID_PARAMETER.code(), text, accepted)));
    }
}
