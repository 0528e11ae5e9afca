package org.finplan.indicators.definition;

import java.util.Locale;
import org.finplan.platform.events.LocalizedText;

/** How far figures that were held against each other can be compared; the later the constant, the less. */
public enum Comparability {
    /** They are by one definition, or by definitions whose figures can be compared as they are. */
    COMPARABLE("按同一口径，或前后口径可直接比较", "By one definition, or by definitions whose figures can be compared as they are"),
    /** A definition changed between them; they were compared with the factor that was published. */
    LINKED("其间口径有变化，已按公布的衔接系数换算后比较", "The definition changed between them; they are compared with the published link"),
    /** It is not published by which definition one of them is, or whether their definitions can be compared. */
    UNCONFIRMED(
            "其间口径有变化，按哪个口径统计或能否比较未公布，结论待确认",
            "The definition changed between them; by which one a figure is, or whether they can be compared, is not published:"
                    + " unconfirmed"),
    /** Their definitions cannot be compared. */
    NOT_COMPARABLE(
            "其间口径有变化，前后数据不可比", "The definition changed between them; figures before and after cannot be compared");

    private final LocalizedText text;

    Comparability(String zh, String en) {
        this.text = new LocalizedText(zh, en);
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the same in words} */
    public LocalizedText text() {
        return text;
    }

    Comparability worse(Comparability other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
