package org.finplan.risk.network.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.finplan.risk.network.FactApi.uscc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.network.fact.Fact;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.fact.GuaranteeForm;
import org.finplan.risk.network.generator.NetworkAssumptions;
import org.finplan.risk.network.generator.SyntheticNetwork;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.network.snapshot.NetworkLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts make the same network in whatever order they come, and what was hidden in them is found. */
class FactNetworkTest {

    private static final LocalDate START = LocalDate.parse("2020-01-01");

    private static Fact company(int firm) {
        return new Fact.Company(uscc(firm), "演示样本企业" + firm, "441202", null);
    }

    private static Fact equity(int firm, String on, String amount) {
        return new Fact.Equity(uscc(firm), LocalDate.parse(on), new BigDecimal(amount), null);
    }

    private static Fact.Guarantee guarantee(
            String number, int borrower, String amount, LocalDate until, int... guarantors) {
        List<Fact.Guarantor> together = new ArrayList<>();
        for (int guarantor : guarantors) {
            together.add(new Fact.Guarantor(uscc(guarantor), null));
        }
        return new Fact.Guarantee(
                number,
                GuaranteeForm.GENERAL,
                uscc(borrower),
                together,
                null,
                new BigDecimal(amount),
                null,
                null,
                START,
                null,
                null,
                until);
    }

    /** The generator's network as contracts, several guarantors of one loan in one of them. */
    private static List<Fact> facts(SyntheticNetwork network) {
        List<Fact> facts = new ArrayList<>();
        for (int firm = 0; firm < network.firms(); firm++) {
            facts.add(company(firm));
            facts.add(equity(
                    firm, "2020-01-01", BigDecimal.valueOf(network.equity(firm)).toPlainString()));
        }
        Set<String> contracts = new HashSet<>();
        List<SyntheticNetwork.Guarantee> all = network.guarantees();
        for (int place = 0; place < all.size(); place++) {
            SyntheticNetwork.Guarantee one = all.get(place);
            boolean joint = !one.contract().isEmpty();
            if (!joint || contracts.add(one.contract())) {
                int[] guarantors = joint
                        ? all.stream()
                                .filter(other -> other.contract().equals(one.contract()))
                                .mapToInt(SyntheticNetwork.Guarantee::from)
                                .toArray()
                        : new int[] {one.from()};
                facts.add(guarantee(
                        joint ? one.contract() : "演示样本-" + place,
                        one.to(),
                        BigDecimal.valueOf(one.amount()).toPlainString(),
                        one.until(),
                        guarantors));
            }
        }
        return facts;
    }

    private static int number(String id) {
        return Integer.parseInt(id.replaceAll("[^0-9]", ""));
    }

    @Test
    @Tag("R13")
    void theExpiredGuaranteeAndTheDuplicateAreFoundInTheFacts() {
        SyntheticNetwork network = SyntheticNetwork.of(NetworkAssumptions.CALM.sized(1000, 1500), 1);
        FactNetwork made = FactNetwork.of(NetworkKind.GUARANTEE, SyntheticNetwork.AS_OF, facts(network));
        assertThat(made.notInForce()).hasSize(1);
        List<String> duplicate = network.truths().duplicate();
        assertThat(made.duplicates())
                .anyMatch(pair -> pair.from().equals(uscc(number(duplicate.get(0))))
                        && pair.to().equals(uscc(number(duplicate.get(1)))));
        // A day earlier the guarantee was in force.
        assertThat(FactNetwork.of(NetworkKind.GUARANTEE, SyntheticNetwork.AS_OF.minusDays(1), facts(network))
                        .notInForce())
                .isEmpty();
        assertThat(made.content().synthetic()).isTrue();
    }

    @Test
    void theOrderOfTheFactsChangesNothing() {
        List<Fact> facts = facts(SyntheticNetwork.of(NetworkAssumptions.CALM.sized(300, 400), 2));
        NetworkContent content = FactNetwork.of(NetworkKind.GUARANTEE, SyntheticNetwork.AS_OF, facts)
                .content();
        Collections.shuffle(facts, new Random(1));
        assertThat(FactNetwork.of(NetworkKind.GUARANTEE, SyntheticNetwork.AS_OF, facts)
                        .content())
                .isEqualTo(content);
    }

    @Test
    void theNewestEquityOfTheDayCountsAndParallelContractsAreNamedWithTheirSum() {
        LocalDate on = LocalDate.parse("2025-06-30");
        FactNetwork made = FactNetwork.of(
                NetworkKind.GUARANTEE,
                on,
                List.of(
                        company(1),
                        company(2),
                        equity(1, "2024-12-31", "5"),
                        equity(1, "2025-06-30", "-1"),
                        equity(1, "2025-07-01", "9"),
                        guarantee("B", 1, "3", null, 2),
                        guarantee("A", 1, "4", on, 2),
                        guarantee("C", 2, "4", on.minusDays(1), 1)));
        assertThat(made.content().firms().get(0).equity()).isEqualTo(new BigDecimal("-1"));
        assertThat(made.withoutEquity()).isEqualTo(1);
        assertThat(made.parallel()).isEqualTo(1);
        assertThat(made.duplicates())
                .containsExactly(new FactNetwork.Parallel(uscc(2), uscc(1), List.of("A", "B"), new BigDecimal("7")));
        assertThat(made.notInForce()).containsExactly(new FactNetwork.Ended("C", START, on.minusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, ", "1, 1, /nodes", "2, 0, /edges"})
    void aCityWithMoreFirmsOrContractsThanANetworkMayHaveIsRefused(int firms, int edges, String place) {
        List<Fact> facts =
                List.of(company(1), company(2), equity(1, "2024-12-31", "5"), guarantee("A", 1, "3", null, 2));
        NetworkLimits limits = new NetworkLimits(firms, edges);
        if (place == null) {
            assertThat(FactNetwork.of(NetworkKind.GUARANTEE, START, kinds -> facts, limits)
                            .content()
                            .edges())
                    .hasSize(1);
        } else {
            assertThatThrownBy(() -> FactNetwork.of(NetworkKind.GUARANTEE, START, kinds -> facts, limits))
                    .satisfies(refused -> assertThat(((ProblemException) refused).errors())
                            .extracting(ProblemError::pointer)
                            .containsExactly(place));
        }
    }

    @Test
    void debtsToFirmsAreEdgesAndDebtsToOthersAreOutside() {
        LocalDate on = LocalDate.parse("2025-06-30");
        NetworkContent content = FactNetwork.of(
                        NetworkKind.DEBT,
                        on,
                        List.of(
                                company(1),
                                company(2),
                                debt("1", uscc(2), "7"),
                                debt("2", "演示样本银行", "5"),
                                debt("3", uscc(3), "4")))
                .content();
        assertThat(content.edges()).extracting(FirmEdge::amount).containsExactly(new BigDecimal("7"));
        assertThat(content.firms().get(content.numbers().get(uscc(1))).externalDebt())
                .isEqualTo(new BigDecimal("9"));
    }

    private static Fact debt(String number, String creditor, String amount) {
        return new Fact.Debt(FactKind.PAYABLE, number, uscc(1), creditor, new BigDecimal(amount), null, START, null);
    }
}
