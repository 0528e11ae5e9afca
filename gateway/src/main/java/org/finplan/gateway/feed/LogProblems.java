package org.finplan.gateway.feed;

import java.util.Collection;
import java.util.List;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Why the feed does not go on from a cursor: 503 while that may change, 410 when the cursor is of no use any more. */
final class LogProblems {

    private static final String CURSOR = "?after";

    private LogProblems() {}

    static ProblemException unavailable() {
        return retry("事件日志暂不可用，请以相同的游标重试。", "The event log cannot be read now; try again with the same cursor.");
    }

    /** Topics are absent that were there; nobody can tell whether they come back with what they held. */
    static ProblemException absent(Collection<String> topics) {
        String names = String.join(", ", topics);
        return retry(
                "事件日志中目前没有主题 " + names + "，尚不能确定它们是否会恢复；请以相同的游标重试。",
                "The event log is without " + names
                        + " now, and it is not clear whether they come back; try again with the" + " same cursor.");
    }

    /** The log is another one and still empty; the services are about to publish again. */
    static ProblemException awaited(Collection<String> topics) {
        String names = String.join(", ", topics);
        return retry(
                "事件日志的主题 " + names + " 已被更换，各服务即将重新发布事件；请以相同的游标重试。",
                names
                        + " of the event log were replaced, and the services are about to publish again; try again with the"
                        + " same cursor.");
    }

    private static ProblemException retry(String zh, String en) {
        return ProblemException.of(WebError.SERVICE_UNAVAILABLE, zh, en).withHeader("Retry-After", "5");
    }

    static ProblemException expired(FeedCursor oldest) {
        LocalizedText message = new LocalizedText(
                "该游标之后的事件已不再保留；可用的最早游标见 accepted。",
                "Events after this cursor are no longer kept; accepted holds the oldest cursor that works.");
        return ProblemException.of(GatewayError.CURSOR_EXPIRED, message.zh(), message.en())
                .withError(error(GatewayError.CURSOR_EXPIRED, message, List.of(oldest.encode())));
    }

    /**
     * The log that the cursor is of is gone and another one is in its place.
     *
     * @param next where to go on
     * @param losses what may have been missed, topic by topic
     * @return the problem
     */
    static ProblemException replaced(FeedCursor next, List<LocalizedText> losses) {
        LocalizedText message = new LocalizedText(
                "该游标所属的事件日志已被另一日志取代；请从 accepted 中的游标继续，并按 id 去除重复事件。各主题可能遗漏的事件见其后各条。",
                "The event log of this cursor was replaced by another one. Go on from the cursor in accepted and drop doubles"
                        + " by id; what follows says of each topic which events may have been missed.");
        ProblemException problem = ProblemException.of(GatewayError.EVENT_LOG_REPLACED, message.zh(), message.en())
                .withError(error(GatewayError.EVENT_LOG_REPLACED, message, List.of(next.encode())));
        for (LocalizedText loss : losses) {
            problem = problem.withError(error(GatewayError.EVENT_LOG_REPLACED, loss, List.of()));
        }
        return problem;
    }

    private static ProblemError error(GatewayError code, LocalizedText message, List<String> accepted) {
        return new ProblemError(CURSOR, null, code.code(), message, accepted);
    }
}
