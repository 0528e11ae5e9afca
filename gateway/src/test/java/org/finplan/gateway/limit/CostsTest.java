package org.finplan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CostsTest {

    private final Costs costs = new Costs(List.of(
            new Costs.Entry("/api/v1/attainment", "", "children", 10),
            new Costs.Entry("/api/v1/observations", "POST", "", 5),
            new Costs.Entry("/api/v1/*:import", "", "", 50),
            new Costs.Entry("/api/v1/tasks/*/tree", "GET", "", 7)));

    @Test
    void mostThingsCountOnce() {
        assertThat(costs.of("GET", "/api/v1/tasks", null)).isEqualTo(1);
        assertThat(costs.of("GET", "/api/v1/observations", null)).isEqualTo(1);
        assertThat(costs.of("GET", "/api/v1/attainment", "plan=x&grandchildren=true"))
                .isEqualTo(1);
        assertThat(costs.of("GET", "/api/v1/tasks/1/2/tree", null)).isEqualTo(1);
        assertThat(costs.of("GET", "/api/v1/:import", null)).isEqualTo(1);
    }

    @Test
    void someCountMore() {
        assertThat(costs.of("POST", "/api/v1/observations", null)).isEqualTo(5);
        assertThat(costs.of("GET", "/api/v1/attainment", "children=true")).isEqualTo(10);
        assertThat(costs.of("GET", "/api/v1/attainment", "plan=x&children")).isEqualTo(10);
        assertThat(costs.of("POST", "/api/v1/observations:import", null)).isEqualTo(50);
        assertThat(costs.of("GET", "/api/v1/tasks/1.2/tree", "a=b")).isEqualTo(7);
    }

    @Property
    void aStarIsOneSegment(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String segment) {
        assertThat(Costs.fits("/a/*/b", "/a/" + segment + "/b")).isTrue();
        assertThat(Costs.fits("/a/*/b", "/a/" + segment + "/" + segment + "/b")).isFalse();
        assertThat(Costs.fits("/a/*", "/a/" + segment)).isTrue();
        assertThat(Costs.fits("/a/*", "/a/" + segment + ":x")).isFalse();
    }

    @Test
    void nothingIsFree() {
        assertThatThrownBy(() -> new Costs(List.of(new Costs.Entry("/x", "", "", 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("x", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("x", 10, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Rate.of("tasks", 3, 10).policy()).isEqualTo("\"tasks\";q=10;w=4");
    }
}
