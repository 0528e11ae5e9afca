package org.finplan.risk.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.plan.Plans;

/** What must hold before a notice is written, published or withdrawn. */
@ApplicationScoped
class Publishing {

    private final Plans plans;

    Publishing(Plans plans) {
        this.plans = plans;
    }

    void requireRegion(String region) {
        if (!plans.regionCodes().contains(region)) {
            LocalizedText text = new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".");
            throw problem(NoticeError.UNKNOWN_REGION, "/region", region, text, plans.regionCodes());
        }
    }

    static void requireAllowed(NoticeState state, NoticeAction action) {
        if (!state.allowed().contains(action)) {
            LocalizedText text = new LocalizedText(
                    "公告当前状态为“" + state.label() + "”，不允许该操作。",
                    "The notice is " + state.code() + ", which does not allow this.");
            List<String> allowed =
                    state.allowed().stream().map(NoticeAction::code).toList();
            throw problem(NoticeError.NOT_ALLOWED, "", action.code(), text, allowed);
        }
    }

    /** The publications that a request adds to a notice, or a problem at the first place that is wrong. */
    static Map<String, Notice.Publication> on(Notice notice, List<NoticeRequests.On> channels, String by, Instant now) {
        Set<String> taken = new HashSet<>(notice.publications.keySet());
        Map<String, Notice.Publication> publications = new LinkedHashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            NoticeRequests.On on = channels.get(i);
            String place = "/channels/" + i;
            requireFree(on.channel(), place + "/channel", taken);
            requirePast(on.publishedAt(), place + "/publishedAt", now);
            taken.add(on.channel());
            Instant at = on.publishedAt() == null ? now : on.publishedAt().truncatedTo(ChronoUnit.MICROS);
            publications.put(on.channel(), new Notice.Publication(at, on.address(), by, now));
        }
        return publications;
    }

    private static void requireFree(String channel, String pointer, Set<String> taken) {
        List<String> free =
                Channel.codes().stream().filter(code -> !taken.contains(code)).toList();
        if (Channel.find(channel).isEmpty()) {
            LocalizedText text = new LocalizedText("没有发布渠道 " + channel + "。", "There is no channel " + channel + ".");
            throw problem(NoticeError.UNKNOWN_CHANNEL, pointer, channel, text, free);
        }
        if (taken.contains(channel)) {
            LocalizedText text = new LocalizedText(
                    "该公告已在渠道 " + channel + " 发布。", "The notice is published on " + channel + " already.");
            throw problem(NoticeError.CHANNEL_TAKEN, pointer, channel, text, free);
        }
    }

    private static void requirePast(Instant at, String pointer, Instant now) {
        if (at != null && at.isAfter(now)) {
            LocalizedText text = new LocalizedText(
                    "发布时间不得晚于现在 " + now + "。", "The time of publication must not lie after now, " + now + ".");
            throw problem(NoticeError.PUBLISHED_IN_FUTURE, pointer, at.toString(), text, List.of("../" + now));
        }
    }

    private static ProblemException problem(
            ErrorCode code, String pointer, String value, LocalizedText text, List<String> accepted) {
        return new ProblemException(code, text, List.of(new ProblemError(pointer, value, code.code(), text, accepted)));
    }
}
