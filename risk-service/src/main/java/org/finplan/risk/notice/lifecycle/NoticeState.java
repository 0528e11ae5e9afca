package org.finplan.risk.notice.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a notice stands. A withdrawn one stays in the history and never comes back. */
public enum NoticeState {
    /** It is written and seen by the city only. */
    DRAFT("草稿", List.of(NoticeAction.REVISE, NoticeAction.PUBLISH, NoticeAction.WITHDRAW)),
    /** Everybody may read it; further channels may follow. */
    PUBLISHED("已发布", List.of(NoticeAction.PUBLISH, NoticeAction.WITHDRAW)),
    /** It was taken back. */
    WITHDRAWN("已撤回", List.of());

    private final String label;
    private final List<NoticeAction> allowed;

    NoticeState(String label, List<NoticeAction> allowed) {
        this.label = label;
        this.allowed = allowed;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name in Chinese} */
    public String label() {
        return label;
    }

    /** {@return what may be done in this state} */
    public List<NoticeAction> allowed() {
        return allowed;
    }

    /**
     * Reads a name from the wire.
     *
     * @param code such as {@code draft}
     * @return the state, empty when there is none of that name
     */
    public static Optional<NoticeState> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
