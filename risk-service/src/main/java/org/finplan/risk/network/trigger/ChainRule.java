package org.finplan.risk.network.trigger;

import org.finplan.platform.events.LocalizedText;

/** The rules about guarantee chains that the suite brings along. */
enum ChainRule {
    /** When banks consult about a firm: a practice of the banks of Zhejiang of 2012, by an account of it. */
    CONSULTATION("TC-01", new LocalizedText("担保圈会商触发", "guarantee chain due for consultation"), "CNY"),
    /** A firm of a chain owes wages, taxes, interest or fees (四欠), which Jinhua has looked for since 2015, by an account of it. */
    ARREARS("TC-02", new LocalizedText("担保链企业“四欠”", "arrears in a guarantee chain"), "TOPIC");

    private final String code;
    private final LocalizedText name;
    private final String unit;

    ChainRule(String code, LocalizedText name, String unit) {
        this.code = code;
        this.name = name;
        this.unit = unit;
    }

    String code() {
        return code;
    }

    String unit() {
        return unit;
    }

    LocalizedText title(String firm) {
        return new LocalizedText(firm + "：" + name.zh(), firm + ": " + name.en());
    }
}
