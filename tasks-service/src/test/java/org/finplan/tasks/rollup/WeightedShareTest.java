package org.finplan.tasks.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.finplan.tasks.rollup.WeightedShare.Part;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.TaskBelow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares by weights: sums, order, and nothing that nobody set. */
class WeightedShareTest {

    private static final TaskKey AREA = key("a");
    private static final TaskKey ITEM = key("a.1");

    @Test
    @Tag("T04")
    void theShareIsTheWeightThatIsDoneByTheWeightThatCounts() {
        WeightedShare share =
                WeightedShare.of(List.of(part("3", "1"), part("1", "0"), part("5", null), part(null, "1")));
        assertThat(share.done()).isEqualByComparingTo("3");
        assertThat(share.of()).isEqualByComparingTo("4");
        assertThat(share.share()).isEqualByComparingTo("0.75");
    }

    @Test
    @Tag("T04")
    void nothingThatCountsHasNoShare() {
        assertThat(WeightedShare.of(List.of()).share()).isNull();
        assertThat(WeightedShare.of(List.of(part("1", null), part(null, "1"))).share())
                .isNull();
    }

    @Property
    void itLiesBetweenNothingAndAll(@ForAll("parts") List<Part> parts) {
        BigDecimal share = WeightedShare.of(parts).share();
        if (share != null) {
            assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Property
    void theOrderOfThePartsDoesNotMatter(@ForAll("parts") List<Part> parts, @ForAll long seed) {
        List<Part> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(rounded(shuffled)).isEqualTo(rounded(parts));
    }

    @Property
    void onlyTheProportionsOfTheWeightsMatter(@ForAll("parts") List<Part> parts) {
        List<Part> heavier = parts.stream()
                .map(part -> new Part(
                        part.weight() == null ? null : part.weight().multiply(BigDecimal.valueOf(7)), part.share()))
                .toList();
        assertThat(rounded(heavier)).isEqualTo(rounded(parts));
    }

    @Property
    void whatHasNoWeightOrNoShareChangesNothing(@ForAll("parts") List<Part> parts) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part("9", null));
        more.add(part(null, "1"));
        assertThat(WeightedShare.of(more)).isEqualTo(WeightedShare.of(parts));
    }

    @Property
    void whatIsDoneNeverLowersTheShare(@ForAll("parts") List<Part> parts) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part("2", "1"));
        BigDecimal before = WeightedShare.of(parts).share();
        assertThat(WeightedShare.of(more).share()).isGreaterThanOrEqualTo(before == null ? BigDecimal.ZERO : before);
    }

    /** The branch below is rolled up by counts: to count its leaves alike would be a weight that nobody set. */
    @Test
    @Tag("T04")
    void aBranchBelowHasAShareOnlyWhenItHasWeightsItself() {
        List<TaskBelow> top = List.of(branch(ITEM, AREA), leaf("a.m1", AREA, TaskStatus.DONE));
        List<TaskBelow> bottom = List.of(
                leaf("a.1.m1", ITEM, TaskStatus.DONE),
                leaf("a.1.m2", ITEM, TaskStatus.STOPPED),
                leaf("a.1.m3", ITEM, TaskStatus.DONE));
        Setting area = weights(Map.of("a.1", new BigDecimal("3"), "a.m1", BigDecimal.ONE));
        RollUpView.Weighted counted = new Arithmetic(Map.of(AREA, area), Map.of(AREA, top)).of(AREA);
        assertThat(counted.share()).isEqualByComparingTo("1");
        assertThat(counted.withoutShare()).containsExactly("a.1");

        Setting item = weights(Map.of("a.1.m1", BigDecimal.ONE, "a.1.m2", new BigDecimal("2")));
        Arithmetic both = new Arithmetic(Map.of(AREA, area, ITEM, item), Map.of(AREA, top, ITEM, bottom));
        assertThat(both.of(ITEM).share()).isEqualTo(new BigDecimal("0.3333"));
        assertThat(both.of(ITEM).withoutWeight()).containsExactly("a.1.m3");
        assertThat(both.of(AREA).share()).as("(3 × 1/3 + 1 × 1) / 4").isEqualTo(new BigDecimal("0.5000"));
        assertThat(both.of(AREA).withoutShare()).isEmpty();
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<BigDecimal> weights = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("1000"))
                .ofScale(4)
                .injectNull(0.2);
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(4)
                .injectNull(0.2);
        return Combinators.combine(weights, shares).as(Part::new).list().ofMaxSize(12);
    }

    private static BigDecimal rounded(List<Part> parts) {
        BigDecimal share = WeightedShare.of(parts).share();
        return share == null ? null : share.setScale(20, RoundingMode.HALF_UP);
    }

    private static Part part(String weight, String share) {
        return new Part(weight == null ? null : new BigDecimal(weight), share == null ? null : new BigDecimal(share));
    }

    private static Setting weights(Map<String, BigDecimal> weights) {
        return new Setting(RollUpMode.WEIGHTS, weights, 1, "sample", null);
    }

    private static TaskKey key(String id) {
        return new TaskKey("sample", id);
    }

    private static TaskBelow branch(TaskKey key, TaskKey parent) {
        return new TaskBelow(key, parent, false, TaskStatus.NOT_STARTED);
    }

    private static TaskBelow leaf(String id, TaskKey parent, TaskStatus status) {
        return new TaskBelow(key(id), parent, true, status);
    }
}
