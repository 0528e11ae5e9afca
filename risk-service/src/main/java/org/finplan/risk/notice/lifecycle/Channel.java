package org.finplan.risk.notice.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;

/** The ways to the public that the plan names for risk notices (ch5.s5.2). */
public enum Channel {
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
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name for readers} */
    public LocalizedText label() {
        return label;
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code website}
     * @return the channel, empty when there is none of that name
     */
    public static Optional<Channel> find(String code) {
        return Stream.of(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    /** {@return the names of all channels on the wire} */
    public static List<String> codes() {
        return Stream.of(values()).map(Channel::code).toList();
    }
}
