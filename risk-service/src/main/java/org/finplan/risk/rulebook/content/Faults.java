package org.finplan.risk.rulebook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Gathers what is wrong with a rule, so that all of it is told at once. */
final class Faults {

    private final List<ProblemError> found = new ArrayList<>();

    void add(ErrorCode code, String pointer, Object value, String zh, String en, List<String> accepted) {
        found.add(new ProblemError(
                pointer, value == null ? null : value.toString(), code.code(), new LocalizedText(zh, en), accepted));
    }

    /** Asks for a value. */
    <T> T required(String pointer, T value) {
        if (value == null) {
            add(RuleError.INVALID, pointer, null, "缺少该项", "this is missing", List.of());
        }
        return value;
    }

    /** Reads a code; null when it is none, which is told. */
    <T> T code(String pointer, String value, Function<String, Optional<T>> find, Stream<String> accepted) {
        Optional<T> read = value == null ? Optional.empty() : find.apply(value);
        if (read.isEmpty()) {
            add(RuleError.INVALID, pointer, value, "没有该取值", "there is no such value", accepted.toList());
        }
        return read.orElse(null);
    }

    /** Refuses the rule when anything is wrong; the first fault names the problem. */
    void check() {
        if (!found.isEmpty()) {
            ProblemError first = found.get(0);
            ErrorCode code = Stream.<ErrorCode>of(RuleError.values())
                    .filter(error -> error.code().equals(first.code()))
                    .findFirst()
                    .orElse(RuleError.INVALID);
            throw new ProblemException(code, first.message(), found);
        }
    }
}
