package org.finplan.risk.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.risk.notice.lifecycle.Channel;

/** The publications that a request adds to those of a notice, by channel. */
final class NewPublications {

    private NewPublications() {}

    /** Makes them, or throws the problem of the first place that is wrong. */
    static Map<String, Notice.Publication> of(Notice notice, PublishNoticeRequest request, String by, Instant now) {
        Set<String> taken = new HashSet<>(notice.publications.keySet());
        Map<String, Notice.Publication> publications = new LinkedHashMap<>();
        for (int i = 0; i < request.channels().size(); i++) {
            PublishNoticeRequest.On on = request.channels().get(i);
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
            throw NoticeProblems.unknownChannel(pointer, channel, free);
        }
        if (taken.contains(channel)) {
            throw NoticeProblems.channelTaken(pointer, channel, free);
        }
    }

    private static void requirePast(Instant at, String pointer, Instant now) {
        if (at != null && at.isAfter(now)) {
            throw NoticeProblems.publishedInFuture(pointer, at, now);
        }
    }
}
