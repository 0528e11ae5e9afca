package org.finplan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionAccessTest {

    /** A nation to compare with above a city with a district, of which one part is smaller still. */
    private static final Tree ONE = new Tree(Map.of("city", "nation", "district", "city", "part", "district"));

    /** Another city with a district beside it. */
    private static final Tree TWO = new Tree(Map.of(
            "city", "nation", "district", "city", "part", "district", "other", "nation", "otherdistrict", "other"));

    private static RegionAccess access(String role, String... bound) {
        return new RegionAccess(Set.of(role), Set.of(bound));
    }

    @ParameterizedTest
    @ValueSource(strings = {"city-admin", "city-officer", "risk-officer", "auditor", "integrator"})
    void aRoleOfACityWithoutARegionMeansTheOnlyCityAndNothingOfSeveral(String role) {
        assertThat(access(role).readable(ONE).codes()).containsExactlyInAnyOrder("city", "district", "part", "nation");
        assertThat(access(role).writable(ONE)).isEqualTo(access(role).readable(ONE));
        assertThat(access(role).overseen(ONE)).isEqualTo(RegionSet.ALL);

        assertThat(access(role).readable(TWO)).isEqualTo(RegionSet.NONE);
        assertThat(access(role).writable(TWO)).isEqualTo(RegionSet.NONE);
        assertThat(access(role).overseen(TWO)).isEqualTo(RegionSet.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city-admin", "city-officer", "risk-officer", "auditor", "integrator"})
    void boundToItsCityItHasTheCityAndReadsTheReferenceRegions(String role) {
        assertThat(access(role, "city").writable(TWO).codes()).containsExactlyInAnyOrder("city", "district", "part");
        assertThat(access(role, "city").writable(ONE).codes())
                .as("the only city writes what all compare themselves with")
                .containsExactlyInAnyOrder("city", "district", "part", "nation");
        for (Tree tree : List.of(ONE, TWO)) {
            assertThat(access(role, "city").readable(tree).codes())
                    .containsExactlyInAnyOrder("city", "district", "part", "nation");
        }
        assertThat(access(role, "city").overseen(TWO))
                .isEqualTo(access(role, "city").writable(TWO));
        assertThat(access(role, "city", "other").overseen(TWO)).isEqualTo(RegionSet.ALL);
        assertThat(access(role, "city", "other").readable(TWO).all()).isFalse();
    }

    @Test
    void aReferenceRegionIsWrittenByWhoeverIsBoundToItAndGivesNothingBelowIt() {
        assertThat(access("city-officer", "city", "nation").writable(TWO).codes())
                .containsExactlyInAnyOrder("city", "district", "part", "nation");
        assertThat(access("integrator", "nation").writable(TWO).codes()).containsExactly("nation");
        assertThat(access("integrator", "nation").readable(TWO).codes()).containsExactly("nation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"district-officer", "integrator"})
    void whoeverIsBoundWritesTheRegionAndReadsWhatIsAroundIt(String role) {
        assertThat(access(role, "district").writable(TWO).codes()).containsExactlyInAnyOrder("district", "part");
        assertThat(access(role, "district").readable(TWO).codes())
                .containsExactlyInAnyOrder("district", "part", "city", "nation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit-officer", "institution-reporter"})
    void aUnitReadsItsCityAndNothingInIt(String role) {
        for (RegionAccess unit : List.of(access(role), access(role, "city"))) {
            assertThat(unit.readable(ONE).codes()).containsExactlyInAnyOrder("city", "nation");
        }
        assertThat(access(role).writable(ONE)).isEqualTo(RegionSet.NONE);
        assertThat(access(role).readable(TWO)).isEqualTo(RegionSet.NONE);
        assertThat(access(role, "district").readable(ONE).codes())
                .containsExactlyInAnyOrder("district", "part", "city", "nation");
    }

    @Test
    void aRegionThatNoPlanKnowsStandsForItself() {
        assertThat(access("district-officer", "elsewhere").writable(ONE).codes())
                .containsExactly("elsewhere");
    }

    @Test
    void withoutARoleOrARegionNothingIsReadable() {
        RegionAccess roleless = new RegionAccess(Set.of(), Set.of("district"));
        assertThat(roleless.readable(ONE)).isEqualTo(RegionSet.NONE);
        assertThat(roleless.writable(ONE)).isEqualTo(RegionSet.NONE);
        assertThat(access("district-officer").readable(ONE)).isEqualTo(RegionSet.NONE);
    }

    @Test
    void thePublicReadsEverywhereAndWritesNowhere() {
        assertThat(access("public").readable(TWO)).isEqualTo(RegionSet.ALL);
        assertThat(access("public").writable(TWO)).isEqualTo(RegionSet.NONE);
    }

    /** For any two cities, whatever lies in them, and any caller that is bound to nothing of the other one. */
    @Property(tries = 300)
    void nothingCrosses(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 1000) Integer> shape,
            @ForAll @Size(max = 4) Set<@IntRange(min = 0, max = 1000) Integer> places,
            @ForAll @Size(min = 1, max = 2) Set<Role> roles,
            @ForAll boolean reference) {
        Map<String, String> parents = new LinkedHashMap<>();
        List<String> own = grow("a", shape, parents);
        List<String> foreign = grow("b", shape, parents);
        Tree tree = new Tree(parents);
        Set<String> bound = new HashSet<>();
        places.forEach(place -> bound.add(own.get(place % own.size())));
        if (reference) {
            bound.add("nation");
        }
        Set<String> names = new HashSet<>();
        roles.stream().filter(role -> role != Role.PUBLIC).map(Role::wireName).forEach(names::add);
        RegionAccess access = new RegionAccess(names, bound);

        assertThat(access.readable(tree).all()).isFalse();
        assertThat(access.readable(tree).codes()).doesNotContainAnyElementsOf(foreign);
        assertThat(access.writable(tree).codes()).doesNotContainAnyElementsOf(foreign);
        assertThat(access.overseen(tree).all()).isFalse();
        assertThat(access.overseen(tree).codes()).doesNotContainAnyElementsOf(foreign);
    }

    @Test
    void aRegionLiesInOneCityOrInNone() {
        assertThat(TWO.cityOf("part")).hasValue("city");
        assertThat(TWO.cityOf("other")).hasValue("other");
        assertThat(TWO.cityOf("nation")).isEmpty();
        assertThat(TWO.cityOf("unknown")).isEmpty();
    }

    /** Hangs each further region below one that is there. */
    private static List<String> grow(String city, List<Integer> shape, Map<String, String> parents) {
        List<String> regions = new ArrayList<>(List.of(city));
        parents.put(city, "nation");
        for (Integer place : shape) {
            String region = city + regions.size();
            parents.put(region, regions.get(place % regions.size()));
            regions.add(region);
        }
        return regions;
    }

    /** Regions by the region around each; the nation alone is compared with. */
    private record Tree(Map<String, String> parents) implements RegionTree {

        @Override
        public Set<String> subtree(String region) {
            Set<String> found = new HashSet<>();
            parents.keySet().stream()
                    .filter(code -> code.equals(region) || ancestors(code).contains(region))
                    .forEach(found::add);
            return found;
        }

        @Override
        public List<String> ancestors(String region) {
            List<String> found = new ArrayList<>();
            for (String above = parents.get(region); above != null; above = parents.get(above)) {
                found.add(above);
            }
            return found;
        }

        @Override
        public Set<String> references() {
            return Set.of("nation");
        }

        @Override
        public Set<String> cities() {
            Set<String> cities = new HashSet<>(parents.keySet());
            cities.removeIf(code -> !parents.get(code).equals("nation"));
            return cities;
        }
    }
}
