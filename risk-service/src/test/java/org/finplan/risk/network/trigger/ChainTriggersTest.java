package org.finplan.risk.network.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.FactApi.uscc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.risk.network.fact.ArrearsType;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.fact.GuaranteeForm;
import org.finplan.risk.network.fact.LoanSecurity;
import org.finplan.risk.network.origin.FactNetwork;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.rule.ChainThreshold;
import org.finplan.risk.rule.ChainThresholds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of the reference, at their bounds and beside them; one root for each chain. */
class ChainTriggersTest {

    private static final ChainThresholds USUAL = ChainThresholds.USUAL;
    private static final LocalDate ON = LocalDate.parse("2025-06-30");
    private static final LocalDate START = LocalDate.parse("2025-01-01");

    private static FirmStanding standing(int banks, String balance, String guaranteed, int guarantors, int chain) {
        return new FirmStanding(
                banks, new BigDecimal(balance), new BigDecimal(guaranteed), guarantors, chain, Set.of());
    }

    @Test
    void everyNumberOfTheConsultationCountsAtItsBound() {
        assertThat(standing(4, "50000000.01", "25000000.005", 4, 2).isDueForConsultation(USUAL))
                .isTrue();
        assertThat(standing(4, "60000000", "30000000", 0, 11).isDueForConsultation(USUAL))
                .isTrue();
        assertThat(standing(3, "60000000", "60000000", 4, 11).isDueForConsultation(USUAL))
                .isFalse();
        assertThat(standing(4, "50000000", "50000000", 4, 11).isDueForConsultation(USUAL))
                .isFalse();
        assertThat(standing(4, "60000000", "29999999.99", 4, 11).isDueForConsultation(USUAL))
                .isFalse();
        assertThat(standing(4, "60000000", "60000000", 3, 10).isDueForConsultation(USUAL))
                .isFalse();
        assertThat(standing(0, "0", "0", 0, 1).isDueForConsultation(USUAL)).isFalse();
    }

    @Test
    void arrearsOfAFirmThatNobodyIsTiedToAreNoMatterOfAChain() {
        Set<ArrearsType> wages = EnumSet.of(ArrearsType.WAGES);
        assertThat(new FirmStanding(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 1, wages).isInArrears(USUAL))
                .isFalse();
        assertThat(new FirmStanding(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 2, wages).isInArrears(USUAL))
                .isTrue();
    }

    /** Firm 1 borrows of four banks and has four guarantors, 2 to 5; firm 6 stands in for 5. */
    private static List<Fact> star() {
        List<Fact> facts = new ArrayList<>();
        for (int firm = 1; firm <= 7; firm++) {
            facts.add(new Fact.Company(uscc(firm), "演示样本" + firm, "441202", null));
        }
        for (int bank = 1; bank <= 4; bank++) {
            facts.add(new Fact.Debt(
                    FactKind.LOAN,
                    "L" + bank,
                    uscc(1),
                    "演示样本银行" + bank,
                    new BigDecimal("15000000"),
                    bank <= 2 ? LoanSecurity.GUARANTEE : LoanSecurity.MORTGAGE,
                    START,
                    null));
        }
        for (int guarantor = 2; guarantor <= 5; guarantor++) {
            facts.add(guarantee(1, guarantor, "3000000"));
        }
        facts.add(guarantee(5, 6, "1000000"));
        return facts;
    }

    private static Fact guarantee(int borrower, int guarantor, String amount) {
        return new Fact.Guarantee(
                borrower + "-" + guarantor,
                GuaranteeForm.GENERAL,
                uscc(borrower),
                List.of(new Fact.Guarantor(uscc(guarantor), null)),
                null,
                new BigDecimal(amount),
                null,
                null,
                START,
                null,
                ON,
                null);
    }

    private static Fact arrears(int firm, ArrearsType type, LocalDate end) {
        return new Fact.Arrears(uscc(firm), type, START, end, null);
    }

    private static List<ChainTrigger> triggers(List<Fact> facts, LocalDate on) {
        return triggers(facts, on, USUAL);
    }

    private static List<ChainTrigger> triggers(List<Fact> facts, LocalDate on, ChainThresholds thresholds) {
        return ChainTriggers.of(
                facts, FactNetwork.of(NetworkKind.GUARANTEE, on, facts).content(), thresholds);
    }

    @Test
    @Tag("R14")
    void theReasonHasTheNumbersAndThePathsOnWhichOthersWouldBeHit() {
        List<ChainTrigger> found = triggers(star(), ON);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).firm()).isEqualTo(uscc(1));
        assertThat(found.get(0).reason().zh())
                .contains("融资银行 4 家", "融资余额 6000 万元", "占比 50%", "为其保证的企业 4 家")
                .contains("演示样本1 → 演示样本2（300 万元）");
        assertThat(found.get(0).reason().en())
                .contains("4 lending banks", "60 million yuan", "50% of it", "6 firms in its chain")
                .contains("演示样本1 → 演示样本2 (3 million yuan)");
        // With one guarantee over, three guarantors and five firms are left.
        List<Fact> fewer = star();
        fewer.removeIf(fact -> fact.key().equals("1-2"));
        assertThat(triggers(fewer, ON)).isEmpty();
    }

    @Test
    @Tag("R15")
    void oneRootCarriesWhatElseIsFoundInItsChain() {
        List<Fact> facts = star();
        facts.add(arrears(6, ArrearsType.TAXES, null));
        facts.add(arrears(6, ArrearsType.WAGES, null));
        facts.add(arrears(3, ArrearsType.FEES, ON.minusDays(1)));
        facts.add(arrears(7, ArrearsType.FEES, null));
        CarriedTriggers found = CarriedTriggers.of(triggers(facts, ON));
        assertThat(found.triggers()).extracting(ChainTrigger::firm).containsExactly(uscc(1), uscc(6));
        assertThat(found.triggers().get(1).step()).isEqualTo(2);
        assertThat(found.triggers().get(1).reason().zh()).contains("欠薪、欠税");
        assertThat(found.roots()).hasSize(1);
        assertThat(found.roots().get(found.triggers().get(1)))
                .isEqualTo(found.triggers().get(0));
        assertThat(found.triggers().get(0).reason().zh()).contains("带出同一担保链的其他预警 1 条：演示样本6 TC-02");
        assertThat(found.triggers().get(0).reason().en()).contains("carries 1 others of its chain: 演示样本6 TC-02");
    }

    @Test
    @Tag("R14")
    void aVersionOfTheRuleHasItsOwnNumbersAndTheReasonNamesThem() {
        ChainThresholds looser = new ChainThresholds(Map.of(
                ChainThreshold.LENDERS_ABOVE, BigDecimal.valueOf(2),
                ChainThreshold.BALANCE_ABOVE, BigDecimal.valueOf(40_000_000),
                ChainThreshold.GUARANTEED_FROM, new BigDecimal("45.5"),
                ChainThreshold.GUARANTORS_ABOVE, BigDecimal.valueOf(2),
                ChainThreshold.CHAIN_ABOVE, BigDecimal.valueOf(5)));
        assertThat(standing(3, "45000000", "20475000", 3, 2).isDueForConsultation(looser))
                .isTrue();
        assertThat(standing(3, "45000000", "20474999.99", 3, 2).isDueForConsultation(looser))
                .isFalse();
        assertThat(standing(3, "45000000", "20475000", 2, 5).isDueForConsultation(looser))
                .isFalse();
        ChainTrigger found = triggers(star(), ON, looser).get(0);
        assertThat(found.expected()).isEqualByComparingTo("40000000");
        assertThat(found.reason().zh()).contains("4 家（超过 2 家）", "（超过 4000 万元）", "50%（45.5% 以上）", "6 家（超过 5 家）");
        assertThat(found.reason().en())
                .contains("4 lending banks (more than 2)", "(more than 40 million yuan)", "(45.5% or more)")
                .contains("4 guarantors (more than 2)", "6 firms in its chain (more than 5)");
        ChainThresholds stricter = new ChainThresholds(Map.of(ChainThreshold.TIED_ABOVE, BigDecimal.valueOf(6)));
        List<Fact> facts = star();
        facts.add(arrears(6, ArrearsType.TAXES, null));
        assertThat(triggers(facts, ON, stricter)).extracting(ChainTrigger::rule).containsOnly(ChainRule.CONSULTATION);
        assertThat(triggers(facts, ON).get(1).reason().zh()).contains("欠税", "6 家（超过 1 家）");
    }

    @Test
    void theNextDayIsTheFirstOnWhichSomethingBeginsOrHasEnded() {
        List<Fact> facts = new ArrayList<>(star());
        assertThat(NextDay.after(facts, ON)).isEqualTo(LocalDate.parse("2025-12-31"));
        facts.add(arrears(6, ArrearsType.TAXES, LocalDate.parse("2025-08-31")));
        assertThat(NextDay.after(facts, ON)).isEqualTo(LocalDate.parse("2025-09-01"));
        assertThat(NextDay.after(facts, LocalDate.parse("2026-01-01"))).isNull();
        // On the day after the guarantee periods nobody stands in for the firm any more.
        assertThat(triggers(facts, LocalDate.parse("2025-12-30"))).isNotEmpty();
        assertThat(triggers(facts, LocalDate.parse("2025-12-31"))).isEmpty();
    }
}
