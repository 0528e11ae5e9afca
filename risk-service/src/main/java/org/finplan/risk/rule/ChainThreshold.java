package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A number by which a rule about guarantee chains finds something, with the one that holds when a version of the rule names none. Those of
 * {@code TC-01} are a practice of the banks of Zhejiang of 2012, by an account of it; none of them binds Zhaoqing.
 */
public enum ChainThreshold {
    /** 融资银行 > 3 家. */
    LENDERS_ABOVE("TC-01", "lendersAbove", 3, true, 0, 1000),
    /** 融资余额 > 5000万, in yuan. */
    BALANCE_ABOVE("TC-01", "balanceAbove", 50_000_000, false, 0, 1_000_000_000_000L),
    /** 保证融资占比 ≥ 50 %, the number included (Civil Code, article 1259). */
    GUARANTEED_FROM("TC-01", "guaranteedFrom", 50, false, 0, 100),
    /** 为其保证的企业 > 3 家. */
    GUARANTORS_ABOVE("TC-01", "guarantorsAbove", 3, true, 0, 1_000_000),
    /** 所处担保链企业 > 10 家, the firm itself included. */
    CHAIN_ABOVE("TC-01", "chainAbove", 10, true, 1, 1_000_000),
    /** Of a firm that is in arrears: 所处担保链企业 > 1 家, so that others may have to stand in. An assumption. */
    TIED_ABOVE("TC-02", "chainAbove", 1, true, 1, 1_000_000);

    private final String rule;
    private final String code;
    private final BigDecimal usual;
    private final boolean whole;
    private final BigDecimal least;
    private final BigDecimal most;

    ChainThreshold(String rule, String code, long usual, boolean whole, long least, long most) {
        this.rule = rule;
        this.code = code;
        this.usual = BigDecimal.valueOf(usual);
        this.whole = whole;
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
    }

    /**
     * The numbers of a rule.
     *
     * @param rule code of the rule
     * @return its numbers; none of any other rule
     */
    public static List<ChainThreshold> of(String rule) {
        return Arrays.stream(values()).filter(own -> own.rule.equals(rule)).toList();
    }

    /** {@return its name among the parameters of the rule} */
    public String code() {
        return code;
    }

    /** {@return the number that holds when a version names none} */
    public BigDecimal usual() {
        return usual;
    }

    /** {@return whether it counts something, so that it has no fractions} */
    public boolean isWhole() {
        return whole;
    }

    /**
     * Whether it may be that number.
     *
     * @param value a number
     * @return whether it lies within {@link #accepted} and is whole where it counts
     */
    public boolean takes(BigDecimal value) {
        return value.compareTo(least) >= 0
                && value.compareTo(most) <= 0
                && (!whole || value.stripTrailingZeros().scale() <= 0);
    }

    /** {@return what is accepted, such as {@code 0..100}} */
    public String accepted() {
        return least.toPlainString() + ".." + most.toPlainString();
    }
}
