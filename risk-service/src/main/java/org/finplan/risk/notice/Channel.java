package org.finplan.risk.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;

/** The ways to the public that the plan names for risk notices (ch5.s5.2). */
enum Channel {
    WECHAT("微信公众号", "WeChat official account"),
    WEBSITE("网站", "Website"),
    TELEVISION("电视台", "Television"),
    RADIO("电台", "Radio"),
    LECTURE("专题讲座", "Lecture");

    private final LocalizedText label;

    Channel(String zh, String en) {
        this.label = new LocalizedText(zh, en);
    }

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name for readers} */
    LocalizedText label() {
        return label;
    }

    static Optional<Channel> find(String code) {
        return Stream.of(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Stream.of(values()).map(Channel::code).toList();
    }
}
