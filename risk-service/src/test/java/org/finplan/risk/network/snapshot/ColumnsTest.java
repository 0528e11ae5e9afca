package org.finplan.risk.network.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.risk.network.graph.FirmGraph;
import org.junit.jupiter.api.Test;

/** Columns and their compact form hold what a list of firms and edges holds, to the last digit. */
class ColumnsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-12-31");

    private final Random random;

    ColumnsTest() {
        this.random = new Random(7);
    }

    private BigDecimal decimal(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> null;
            case 1 -> new BigDecimal(new BigInteger(120, chance), chance.nextInt(18));
            case 2 -> BigDecimal.valueOf(chance.nextLong(), chance.nextInt(18));
            case 3 -> new BigDecimal("1E+3");
            default -> BigDecimal.valueOf(chance.nextInt(100_000), 2);
        };
    }

    private List<Firm> firms(int count, Random chance) {
        List<Firm> firms = new ArrayList<>();
        for (int firm = 0; firm < count; firm++) {
            firms.add(new Firm(
                    "演示样本-%05d".formatted(firm),
                    decimal(chance),
                    chance.nextBoolean() ? null : BigDecimal.ONE,
                    null,
                    decimal(chance)));
        }
        return firms;
    }

    private List<FirmEdge> edges(int count, int firms, Random chance) {
        List<FirmEdge> edges = new ArrayList<>();
        for (int edge = 0; edge < count; edge++) {
            int from = chance.nextInt(firms);
            BigDecimal amount = decimal(chance);
            edges.add(new FirmEdge(
                    from,
                    (from + 1 + chance.nextInt(firms - 1)) % firms,
                    amount == null ? BigDecimal.ZERO : amount.abs(),
                    chance.nextBoolean() ? "" : "合同" + chance.nextInt(count),
                    chance.nextInt(4) == 0 ? new BigDecimal("0.5") : null,
                    chance.nextBoolean() ? null : DAY.minusDays(chance.nextInt(40_000)),
                    chance.nextBoolean() ? null : LocalDate.MAX.withYear(9999)));
        }
        return edges;
    }

    @Property(tries = 50)
    void theCompactFormGivesBackEveryDigit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
        Random chance = new Random(seed);
        List<Firm> firms = firms(size, chance);
        List<FirmEdge> edges = edges(2 * size, size, chance);
        edges.sort(FirmEdge.ORDER);
        CompactNetwork.Columns read =
                CompactNetwork.read(CompactNetwork.write(FirmColumns.of(firms), EdgeColumns.of(edges)));
        assertThat(List.copyOf(read.firms())).isEqualTo(firms);
        assertThat(List.copyOf(read.edges())).isEqualTo(edges);
        NetworkContent before = new NetworkContent(NetworkKind.GUARANTEE, DAY, true, firms, edges);
        NetworkContent after = new NetworkContent(NetworkKind.GUARANTEE, DAY, true, read.firms(), read.edges());
        assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
        assertThat(after.hash()).isEqualTo(before.hash());
    }

    @Property(tries = 50)
    void theOrderIsThatOfTheEdges(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int size) {
        Random chance = new Random(seed);
        List<FirmEdge> edges = edges(30 * size, size, chance);
        EdgeColumns sorted = EdgeColumns.of(edges).inOrder(size);
        edges.sort(FirmEdge.ORDER);
        assertThat(List.copyOf(sorted)).isEqualTo(edges);
        for (FirmEdge edge : edges) {
            List<FirmEdge> between = edges.stream()
                    .filter(other -> other.from() == edge.from() && other.to() == edge.to())
                    .toList();
            assertThat(sorted.subList(sorted.begin(edge.from(), edge.to()), sorted.begin(edge.from(), edge.to() + 1)))
                    .isEqualTo(between);
        }
    }

    @Test
    void anEmptyNetworkHasACompactForm() {
        CompactNetwork.Columns read = CompactNetwork.read(CompactNetwork.write(new FirmColumns(), new EdgeColumns()));
        assertThat(read.firms()).isEmpty();
        assertThat(read.edges()).isEmpty();
        assertThatThrownBy(() -> CompactNetwork.read(new byte[] {9})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFirmIsFoundByItsIdAndAJointGuaranteeCountsByItsShare() {
        NetworkContent network = new NetworkContent(
                NetworkKind.GUARANTEE,
                DAY,
                true,
                firms(3, random),
                List.of(
                        new FirmEdge(0, 2, BigDecimal.TEN, "合同", null, null, null),
                        new FirmEdge(1, 2, BigDecimal.TEN, "合同", null, null, null)));
        assertThat(network.number("演示样本-00001")).contains(1);
        assertThat(network.number("演示样本-00003")).isEmpty();
        assertThat(network.number(null)).isEmpty();
        assertThat(network.graph(JointGuarantees.EXPECTED).total(0)).isEqualTo(5);
        assertThat(network.graph(JointGuarantees.WORST_CASE).total(0)).isEqualTo(10);
        assertThat(network.hits(JointGuarantees.WORST_CASE).total(2)).isEqualTo(20);
        FirmGraph graph = network.graph(JointGuarantees.EXPECTED);
        assertThat(network.graph(JointGuarantees.EXPECTED)).isSameAs(graph);
    }

    @Test
    void rowsWithTheSameTextAreFound() {
        TextColumn texts = new TextColumn();
        List<String> added = new ArrayList<>();
        for (int row = 0; row < 5000; row++) {
            added.add(row % 7 == 0 ? "" : "合同" + random.nextInt(900));
        }
        Collections.shuffle(added, random);
        added.forEach(texts::add);
        int[] firsts = texts.firsts();
        for (int row = 0; row < added.size(); row++) {
            assertThat(firsts[row]).isEqualTo(added.get(row).isEmpty() ? -1 : added.indexOf(added.get(row)));
        }
    }
}
