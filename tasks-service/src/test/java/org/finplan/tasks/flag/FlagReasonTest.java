package org.finplan.tasks.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.flag.FlagReason.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T22: a flag says in Chinese and English why it was set, with the figures that were judged. */
class FlagReasonTest {

    private static final LocalizedText INDICATOR = new LocalizedText("绿色信贷余额", "Green credit balance");
    private static final LocalizedText REGION = new LocalizedText("肇庆市", "Zhaoqing City");
    private static final LocalizedText UNIT = new LocalizedText("亿元", "100 million CNY");

    @Test
    @Tag("T22")
    void reasonHoldsTheFiguresInBothLanguages() {
        LocalizedText reason = FlagReason.raised(figures("behind", "200.10", "240", "-39.90", "351"));
        assertThat(reason.zh()).isEqualTo("“绿色信贷余额”（肇庆市，2023）落后于预期路径：实际 200.10亿元，应达 240亿元，差距 -39.90亿元，目标 351亿元");
        assertThat(reason.en())
                .isEqualTo(
                        "Green credit balance (Zhaoqing City, 2023) is behind its path: actual 200.10 × 100 million CNY,"
                                + " expected 240 × 100 million CNY, gap -39.90 × 100 million CNY, target 351 × 100 million CNY");
    }

    @Test
    @Tag("T22")
    void missingFiguresAreLeftOut() {
        LocalizedText reason = FlagReason.raised(figures("off-course", "1.20", "1.00", null, null));
        assertThat(reason.en()).contains("is off course").doesNotContain("gap").doesNotContain("target");
        assertThat(reason.zh()).contains("偏离预期路径").doesNotContain("目标");
    }

    @Test
    @Tag("T22")
    void clearingSaysSo() {
        assertThat(FlagReason.cleared(figures("on-course", "250", "240", "10", "351"))
                        .en())
                .startsWith("Green credit balance (Zhaoqing City, 2023) is no longer behind its path: actual 250");
        assertThat(FlagReason.nothingToJudge(INDICATOR, REGION).zh()).contains("没有可评价的数据");
    }

    private static Figures figures(String state, String actual, String expected, String gap, String target) {
        return new Figures(
                INDICATOR,
                REGION,
                "2023",
                AttainmentState.of(state),
                decimal(actual),
                decimal(expected),
                decimal(gap),
                decimal(target),
                UNIT);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
