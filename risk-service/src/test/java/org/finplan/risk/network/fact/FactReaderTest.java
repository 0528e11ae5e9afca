package org.finplan.risk.network.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.FactApi.uscc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields become facts in yuan with their days, and each that is wrong is named. */
class FactReaderTest {

    private static Map<String, String> guarantee(String... changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "number", "演示样本-1",
                "borrower", uscc(1),
                "guarantors", uscc(2),
                "amount", "300",
                "unit", "万元",
                "start", "2025-01-01"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields;
    }

    private static Fact.Guarantee read(String... changed) {
        return (Fact.Guarantee) FactReader.read(FactKind.GUARANTEE, guarantee(changed), any -> true)
                .fact();
    }

    private static List<String> faults(FactKind kind, Map<String, String> fields) {
        return FactReader.read(kind, fields, "441202"::equals).faults().stream()
                .map(fault -> fault.field() + " " + fault.code().code())
                .toList();
    }

    @Test
    void unitsAreConvertedWithoutLosingADigit() {
        assertThat(read().amount()).isEqualTo(new BigDecimal("3000000"));
        assertThat(read("amount", "0.0000000001", "unit", "亿元").amount()).isEqualTo(new BigDecimal("0.01"));
        assertThat(read("amount", "123456.78901", "unit", "CNY_10K").amount())
                .isEqualTo(new BigDecimal("1234567890.1"));
        // The same amount in another unit is the same fact.
        assertThat(read("amount", "3000000.00", "unit", "元")).isEqualTo(read());
        assertThat(read("unit", "").amount()).isEqualTo(new BigDecimal("300"));
    }

    @Test
    void aMaximumAmountGuaranteeIsWorthTheLesserOfCapAndDebt() {
        assertThat(read("cap", "200").exposure()).isEqualTo(new BigDecimal("2000000"));
        assertThat(read("cap", "400").exposure()).isEqualTo(new BigDecimal("3000000"));
    }

    @Test
    @Tag("R13")
    void theGuaranteePeriodIsTheAgreedOneOrSixMonthsAfterTheDebtIsDue() {
        assertThat(read().lastDay()).isNull();
        assertThat(read("due", "2025-08-31").lastDay()).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(read("due", "2025-06-30", "guaranteeUntil", "2027-06-30").lastDay())
                .isEqualTo(LocalDate.parse("2027-06-30"));
        // One that ends with the debt or before it counts as not agreed.
        assertThat(read("due", "2025-06-30", "guaranteeUntil", "2025-06-30").lastDay())
                .isEqualTo(LocalDate.parse("2025-12-30"));
        assertThat(read("due", "2025-06-30", "end", "2025-03-31").lastDay()).isEqualTo(LocalDate.parse("2025-03-31"));
        assertThat(read("due", "2025-06-30", "end", "2026-03-31").lastDay()).isEqualTo(LocalDate.parse("2025-12-30"));
        assertThat(read("guaranteeUntil", "2025-05-31").lastDay()).isEqualTo(LocalDate.parse("2025-05-31"));
    }

    @Test
    void severalGuarantorsOfOneContractHaveSharesOrNone() {
        Fact.Guarantee joint = read("guarantors", uscc(2) + ":0.6; " + uscc(3) + ":0.4");
        assertThat(joint.guarantors())
                .containsExactly(
                        new Fact.Guarantor(uscc(2), new BigDecimal("0.6")),
                        new Fact.Guarantor(uscc(3), new BigDecimal("0.4")));
        assertThat(read("guarantors", uscc(2) + ";" + uscc(3)).guarantors())
                .allMatch(guarantor -> guarantor.share() == null);
        for (String wrong : List.of(
                uscc(2) + ":0.6;" + uscc(3),
                uscc(2) + ":0.6;" + uscc(3) + ":0.5",
                uscc(2) + ":0",
                uscc(2) + ":x",
                uscc(2) + ";" + uscc(2))) {
            assertThat(faults(FactKind.GUARANTEE, guarantee("guarantors", wrong)))
                    .as(wrong)
                    .contains("guarantors joint-contract-contradicts");
        }
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        assertThat(faults(FactKind.GUARANTEE, guarantee("guarantors", uscc(1))))
                .containsExactly("guarantors self-edge");
        assertThat(faults(
                        FactKind.GUARANTEE,
                        guarantee("amount", "-1", "due", "2024-12-31", "form", "no", "borrower", "91441299MB00000010")))
                .containsExactlyInAnyOrder(
                        "amount fact-field-invalid",
                        "due dates-contradict",
                        "form fact-field-invalid",
                        "borrower invalid-uscc");
        assertThat(faults(FactKind.FIRM, Map.of("uscc", uscc(1), "region", "110000", "on", "2025-01-01")))
                .containsExactlyInAnyOrder(
                        "name fact-field-required", "on fact-field-not-of-kind", "region fact-field-invalid");
        assertThat(faults(FactKind.FIRM, Map.of("uscc", uscc(1), "name", "x", "region", "outside")))
                .isEmpty();
        assertThat(faults(FactKind.EQUITY, Map.of("uscc", uscc(1), "on", "2025-02-30", "amount", "1e5", "unit", "USD")))
                .containsExactlyInAnyOrder("on fact-field-invalid", "unit fact-field-invalid");
        assertThat(faults(FactKind.EQUITY, Map.of("uscc", uscc(1), "on", "2025-12-31", "amount", "-7")))
                .isEmpty();
        assertThat(faults(
                        FactKind.PAYABLE,
                        Map.of(
                                "number", "1",
                                "debtor", uscc(1),
                                "creditor", uscc(1),
                                "amount", "1",
                                "start", "2025-01-01",
                                "security", "credit")))
                .containsExactlyInAnyOrder("security fact-field-not-of-kind", "creditor self-edge");
        assertThat(faults(FactKind.ARREARS, Map.of("uscc", uscc(1), "type", "rent", "start", "2025-01-01")))
                .containsExactly("type fact-field-invalid");
    }
}
