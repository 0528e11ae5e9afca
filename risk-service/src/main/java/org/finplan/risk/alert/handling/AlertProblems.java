package org.finplan.risk.alert.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.risk.alert.lifecycle.AlertAction;
import org.finplan.risk.alert.lifecycle.AlertState;

/** The problems of moves that are refused. */
public final class AlertProblems {

    private AlertProblems() {}

    /**
     * There is no alert of that id that the caller reads.
     *
     * @param id the id
     * @return 404 {@code not-found}
     */
    public static ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有预警 " + id + "。", "There is no alert " + id + "."));
    }

    /**
     * The state of the alert does not allow the move.
     *
     * @param state its state
     * @param action the move
     * @param allowed what the state allows instead
     * @return 409 {@code action-not-allowed}
     */
    public static ProblemException notAllowed(AlertState state, AlertAction action, List<AlertAction> allowed) {
        LocalizedText text = blocked(state);
        return problem(
                AlertError.ACTION_NOT_ALLOWED,
                "",
                action.code(),
                text,
                allowed.stream().map(AlertAction::code).toList());
    }

    /** {@return 422 {@code feedback-missing}} */
    public static ProblemException feedbackMissing() {
        return problem(AlertError.FEEDBACK_MISSING, "/feedback", null, needsFeedback(), List.of());
    }

    /**
     * A day that must lie ahead does not.
     *
     * @param pointer where the request names it
     * @param date the day
     * @param today today (Asia/Shanghai)
     * @return 422 {@code date-passed}
     */
    public static ProblemException datePassed(String pointer, LocalDate date, LocalDate today) {
        return problem(
                AlertError.DATE_PASSED,
                pointer,
                date.toString(),
                new LocalizedText("日期不得早于今天 " + today + "。", "The date must not lie before today, " + today + "."),
                List.of(today + "/.."));
    }

    /**
     * Somebody would take charge for longer than the level of the alert allows.
     *
     * @param pointer where the request names the day
     * @param date the day
     * @param today today (Asia/Shanghai)
     * @param last the last day that is taken
     * @return 422 {@code date-too-late}
     */
    public static ProblemException tooLong(String pointer, LocalDate date, LocalDate today, LocalDate last) {
        return problem(
                AlertError.DATE_TOO_LATE,
                pointer,
                date.toString(),
                new LocalizedText("须在 " + last + " 前下达处置要求。", "The handling must be ordered by " + last + "."),
                List.of(today + "/" + last));
    }

    /**
     * Work is told of before its day.
     *
     * @param pointer where the request names the day
     * @param date the day
     * @param today today (Asia/Shanghai)
     * @return 422 {@code date-in-future}
     */
    public static ProblemException dateInFuture(String pointer, LocalDate date, LocalDate today) {
        return problem(
                AlertError.DATE_IN_FUTURE,
                pointer,
                date.toString(),
                new LocalizedText("日期不得晚于今天 " + today + "。", "The date must not lie after today, " + today + "."),
                List.of("../" + today));
    }

    static LocalizedText blocked(AlertState state) {
        return new LocalizedText(
                "预警当前状态为“" + label(state) + "”，不允许该操作。",
                "The alert is " + state.code() + ", which does not allow this.");
    }

    static LocalizedText needsFeedback() {
        return new LocalizedText("须先登记处置反馈。", "What came of the handling must be recorded first.");
    }

    private static ProblemException problem(
            AlertError code, String pointer, String value, LocalizedText text, List<String> accepted) {
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }

    private static String label(AlertState state) {
        return switch (state) {
            case RAISED -> "已预警";
            case ACKNOWLEDGED -> "已确认";
            case DISPOSING -> "处置中";
            case MONITORING -> "持续监测";
            case CLOSED -> "已关闭";
        };
    }
}
