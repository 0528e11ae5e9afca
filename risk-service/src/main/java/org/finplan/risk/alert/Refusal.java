package org.finplan.risk.alert;

import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Words for moves that are refused. */
final class Refusal {

    private Refusal() {}

    static ProblemException notAllowed(AlertState state, AlertAction action, List<AlertAction> allowed) {
        LocalizedText text = blocked(state);
        return problem(
                AlertError.ACTION_NOT_ALLOWED,
                "",
                action.code(),
                text,
                allowed.stream().map(AlertAction::code).toList());
    }

    static ProblemException feedbackMissing() {
        return problem(AlertError.FEEDBACK_MISSING, "/feedback", null, needsFeedback(), List.of());
    }

    static ProblemException passed(String pointer, LocalDate date, LocalDate today) {
        return problem(
                AlertError.DATE_PASSED,
                pointer,
                date.toString(),
                new LocalizedText("日期不得早于今天 " + today + "。", "The date must not lie before today, " + today + "."),
                List.of(today + "/.."));
    }

    static ProblemException inFuture(String pointer, LocalDate date, LocalDate today) {
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
