package org.finplan.tasks.milestone.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.tasks.milestone.dependency.Order.Edge;

/** Circles among dependencies. */
class OrderTest {

    @Example
    void aCircleIsNamedFromTheTaskOnAndBackToIt() {
        Order order = new Order(List.of(new Edge("b", "a"), new Edge("c", "b"), new Edge("c", "x")));
        assertThat(order.circle(new Edge("a", "c"))).contains(List.of("a", "c", "b", "a"));
        assertThat(order.circle(new Edge("a", "a"))).contains(List.of("a", "a"));
        assertThat(order.circle(new Edge("c", "a"))).isEmpty();
        assertThat(order.circle(new Edge("a", "new"))).isEmpty();
    }

    /** Tasks are taken away from the front until none is left, or none can begin: another way to the same answer. */
    @Property
    void exactlyTheDependenciesThatCloseACircleAreRefused(@ForAll long seed) {
        Random random = new Random(seed);
        List<Edge> taken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Edge more = new Edge("t" + random.nextInt(9), "t" + random.nextInt(9));
            Optional<List<String>> circle = new Order(taken).circle(more);
            List<Edge> with = new ArrayList<>(taken);
            with.add(more);
            assertThat(circle.isPresent()).as("%s with %s", taken, more).isEqualTo(!everythingBegins(with));
            circle.ifPresent(
                    way -> assertThat(isACircle(way, with, more)).as("%s", way).isTrue());
            if (circle.isEmpty()) {
                taken = with;
            }
        }
    }

    private static boolean everythingBegins(List<Edge> edges) {
        Set<Edge> left = new HashSet<>(edges);
        boolean some = true;
        while (some) {
            Set<String> waiting = new HashSet<>(left.stream().map(Edge::task).toList());
            some = left.removeIf(edge -> !waiting.contains(edge.predecessor()));
        }
        return left.isEmpty();
    }

    private static boolean isACircle(List<String> way, List<Edge> edges, Edge more) {
        for (int i = 0; i + 1 < way.size(); i++) {
            if (!edges.contains(new Edge(way.get(i), way.get(i + 1)))) {
                return false;
            }
        }
        return way.get(0).equals(more.task())
                && way.get(1).equals(more.predecessor())
                && way.get(way.size() - 1).equals(more.task());
    }
}
