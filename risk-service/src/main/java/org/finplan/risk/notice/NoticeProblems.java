package org.finplan.risk.notice;

import java.time.Instant;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.notice.lifecycle.NoticeAction;
import org.finplan.risk.notice.lifecycle.NoticeState;

/** The problems of what is refused about notices. */
final class NoticeProblems {

    private NoticeProblems() {}

    static ProblemException notAllowed(NoticeState state, NoticeAction action) {
        LocalizedText text = new LocalizedText(
                "公告当前状态为“" + state.label() + "”，不允许该操作。",
                "The notice is " + state.code() + ", which does not allow this.");
        List<String> allowed = state.allowed().stream().map(NoticeAction::code).toList();
        return problem(NoticeError.NOT_ALLOWED, "", action.code(), text, allowed);
    }

    static ProblemException unknownRegion(String region, List<String> known) {
        LocalizedText text = new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".");
        return problem(NoticeError.UNKNOWN_REGION, "/region", region, text, known);
    }

    static ProblemException unknownChannel(String pointer, String channel, List<String> free) {
        LocalizedText text = new LocalizedText("没有发布渠道 " + channel + "。", "There is no channel " + channel + ".");
        return problem(NoticeError.UNKNOWN_CHANNEL, pointer, channel, text, free);
    }

    static ProblemException channelTaken(String pointer, String channel, List<String> free) {
        LocalizedText text =
                new LocalizedText("该公告已在渠道 " + channel + " 发布。", "The notice is published on " + channel + " already.");
        return problem(NoticeError.CHANNEL_TAKEN, pointer, channel, text, free);
    }

    static ProblemException publishedInFuture(String pointer, Instant at, Instant now) {
        LocalizedText text = new LocalizedText(
                "发布时间不得晚于现在 " + now + "。", "The time of publication must not lie after now, " + now + ".");
        return problem(NoticeError.PUBLISHED_IN_FUTURE, pointer, at.toString(), text, List.of("../" + now));
    }

    private static ProblemException problem(
            ErrorCode code, String pointer, String value, LocalizedText text, List<String> accepted) {
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }
}
