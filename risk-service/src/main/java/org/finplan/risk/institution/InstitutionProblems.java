package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** The problems of what is refused about institutions; of use to whatever belongs to one. */
public final class InstitutionProblems {

    private InstitutionProblems() {}

    /**
     * There is no such institution that the caller sees.
     *
     * @param uscc the code that was asked for
     * @return 404 {@code not-found}
     */
    public static ProblemException notFound(String uscc) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有机构 " + uscc + "。", "There is no institution " + uscc + "."));
    }

    /**
     * One place of a request is wrong.
     *
     * @param code what is wrong
     * @param pointer where
     * @param value what was sent there, or null
     * @param accepted what would be accepted
     * @return the problem, to be thrown
     */
    public static ProblemException at(ErrorCode code, String pointer, @Nullable String value, List<String> accepted) {
        LocalizedText text = value == null
                ? code.title()
                : new LocalizedText(
                        code.title().zh() + "：" + value + "。", code.title().en() + ": " + value + ".");
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }

    /**
     * A date does not go with another one.
     *
     * @param pointer where it stands
     * @param date the date
     * @param accepted the dates that would be accepted, as an interval of ISO 8601
     * @return 422 {@code dates-contradict}, to be thrown
     */
    public static ProblemException dates(String pointer, LocalDate date, String accepted) {
        return at(InstitutionError.DATES_CONTRADICT, pointer, date.toString(), List.of(accepted));
    }
}
