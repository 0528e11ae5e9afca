package org.finplan.risk.network.trigger;

import java.math.BigDecimal;
import org.finplan.platform.events.LocalizedText;

/** The rules about guarantee chains that the suite brings along. */
enum ChainRule {
    /** When banks consult about a firm: a practice of the banks of Zhejiang of 2012, by an account of it. */
    CONSULTATION("TC-01", new LocalizedText("担保圈会商触发", "guarantee chain due for consultation"), "CNY"),
    /** A firm of a chain owes wages, taxes, interest or fees (四欠), which Jinhua has looked for since 2015, by an account of it. */
    ARREARS("TC-02", new LocalizedText("担保链企业“四欠”", "arrears in a guarantee chain"), "TOPIC");

    /** 融资余额 > 5000万. */
    static final BigDecimal BALANCE_ABOVE = BigDecimal.valueOf(50_000_000);
    /** 融资银行 > 3 家. */
    static final int BANKS_ABOVE = 3;
    /** 保证融资占比 ≥ 50 %, the number included (Civil Code, article 1259). */
    static final BigDecimal GUARANTEED_PERCENT_FROM = BigDecimal.valueOf(50);
    /** 为其保证的企业 > 3 家. */
    static final int GUARANTORS_ABOVE = 3;
    /** 所处担保链企业 > 10 家. */
    static final int CHAIN_ABOVE = 10;

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
